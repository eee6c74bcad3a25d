namespace Foldstream;

/// <summary>A subscription cannot do what was asked for in the state that it is in.</summary>
public sealed class SubscriptionStateException : FoldstreamException
{
    internal SubscriptionStateException(string subscription, SubscriptionState from, SubscriptionState to)
        : base($"Subscription '{subscription}' is {from} and cannot become {to}. {SubscriptionStates.Advice(from)}")
    {
        Subscription = subscription;
        From = from;
        To = to;
    }

    /// <summary>The name of the subscription.</summary>
    public string Subscription { get; }

    /// <summary>The state that it is in.</summary>
    public SubscriptionState From { get; }

    /// <summary>The state that was asked for.</summary>
    public SubscriptionState To { get; }
}
