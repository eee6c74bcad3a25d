namespace Foldstream;

/// <summary>A handler took longer than <see cref="SubscriptionOptions.HandlerTimeout"/>; it was cancelled, and what it still does counts no more.</summary>
public sealed class HandlerTimeoutException : FoldstreamException
{
    internal HandlerTimeoutException(string subscription, TimeSpan timeout)
        : base($"A handler of subscription '{subscription}' took longer than {timeout} and was cancelled: make it faster, or raise SubscriptionOptions.HandlerTimeout.")
    {
        Subscription = subscription;
        Timeout = timeout;
    }

    /// <summary>The name of the subscription.</summary>
    public string Subscription { get; }

    /// <summary>How long it may take.</summary>
    public TimeSpan Timeout { get; }
}
