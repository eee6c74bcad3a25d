namespace Foldstream.Generators;

/// <summary>Why the handlers of a subscription or projector, each right for itself, do not fit together.</summary>
internal enum SubscriberProblem
{
    None,

    /// <summary>There is none.</summary>
    NoHandler,

    /// <summary>One takes batches, and there are others.</summary>
    BatchBesideOthers,

    /// <summary>One takes batches, and nothing says of which events.</summary>
    BatchOfNoSet,

    /// <summary>One takes no transaction.</summary>
    NoTransaction,

    /// <summary>Two take transactions of different types.</summary>
    SeveralTransactions,
}
