namespace Foldstream;

/// <summary>A subscription has ended, so what was waited for will not happen.</summary>
public sealed class SubscriptionStoppedException : FoldstreamException
{
    internal SubscriptionStoppedException(string subscription, Exception? error)
        : base(
            error is null
                ? $"Subscription '{subscription}' was stopped: run it again, or restart it with RestartAsync."
                : $"Subscription '{subscription}' ended with an error: {error.Message}",
            error)
    {
        Subscription = subscription;
    }

    /// <summary>The name of the subscription.</summary>
    public string Subscription { get; }
}
