namespace Foldstream;

/// <summary>What kind of fault a subscription met.</summary>
public enum SubscriptionErrorKind
{
    /// <summary>An event could not be decoded, or its handler failed.</summary>
    Event,

    /// <summary>A whole batch failed, and is handled event by event.</summary>
    Batch,

    /// <summary>The store could not be reached; the step is repeated until it can.</summary>
    Store,

    /// <summary>The node could not say that it is fit to work, and gives its partitions to others.</summary>
    Node,

    /// <summary>A partition that the node lost or gave up did not end well, such as by a handler that did not listen; whoever has it now goes on.</summary>
    Partition,

    /// <summary>The subscription ended with this error.</summary>
    End,
}
