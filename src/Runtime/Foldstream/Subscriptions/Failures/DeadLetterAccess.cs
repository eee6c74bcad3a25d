namespace Foldstream;

/// <summary>Finds the dead letters of subscriptions.</summary>
public static class DeadLetterAccess
{
    /// <summary>The events that a subscription could not handle, whether it runs or not.</summary>
    /// <param name="store">The store.</param>
    /// <param name="subscription">The name of the subscription.</param>
    public static SubscriptionDeadLetters DeadLetters(this ISubscriptionStore store, string subscription)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        return new SubscriptionDeadLetters(store, subscription);
    }
}
