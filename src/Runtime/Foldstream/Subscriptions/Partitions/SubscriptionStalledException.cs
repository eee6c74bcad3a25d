namespace Foldstream;

/// <summary>A partition of a subscription gave no sign of life for longer than <see cref="SubscriptionOptions.StallTimeout"/>.</summary>
public sealed class SubscriptionStalledException : FoldstreamException
{
    internal SubscriptionStalledException(string subscription, int partition, TimeSpan timeout)
        : base($"Partition {partition} of subscription '{subscription}' gave no sign of life for {timeout}: a handler blocks its thread or never ends. "
            + "The subscription ended here, so that another node can take it: let the handler be asynchronous and follow its CancellationToken, or raise SubscriptionOptions.StallTimeout.")
    {
        Subscription = subscription;
        Partition = partition;
        Timeout = timeout;
    }

    /// <summary>The name of the subscription.</summary>
    public string Subscription { get; }

    /// <summary>Which partition.</summary>
    public int Partition { get; }

    /// <summary>How long without a sign counts as hanging.</summary>
    public TimeSpan Timeout { get; }
}
