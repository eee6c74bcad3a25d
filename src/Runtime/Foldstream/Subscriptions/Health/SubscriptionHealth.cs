namespace Foldstream;

/// <summary>How well a subscription is, and why.</summary>
/// <param name="Subscription">Its name.</param>
/// <param name="Level">How well it is: the worst of its problems.</param>
/// <param name="State">Its state in this process.</param>
/// <param name="Lag">How far it is behind; null where the store cannot be reached.</param>
/// <param name="DeadLetters">How many dead letters it has; null where the store cannot be reached.</param>
/// <param name="Problems">What is wrong, in words: numbers and states, nothing of events.</param>
public sealed record SubscriptionHealth(
    string Subscription, HealthLevel Level, SubscriptionState State, SubscriptionLag? Lag, long? DeadLetters, IReadOnlyList<string> Problems);
