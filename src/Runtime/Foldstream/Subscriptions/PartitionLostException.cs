namespace Foldstream;

/// <summary>Somebody else took over a partition of a subscription: nothing of the step was kept.</summary>
public sealed class PartitionLostException : FoldstreamException
{
    /// <summary>Creates the error: for the authors of stores.</summary>
    public PartitionLostException(string subscription, int partition, long token)
        : base($"Partition {partition} of subscription '{subscription}' is no longer held under token {token}: another node or another run took it over, and nothing of this step was kept. "
            + "That is how two runs are kept apart; it needs no action, unless one process starts a subscription twice.")
    {
        Subscription = subscription;
        Partition = partition;
        Token = token;
    }

    /// <summary>The name of the subscription.</summary>
    public string Subscription { get; }

    /// <summary>Which partition.</summary>
    public int Partition { get; }

    /// <summary>The token that is no longer valid.</summary>
    public long Token { get; }
}
