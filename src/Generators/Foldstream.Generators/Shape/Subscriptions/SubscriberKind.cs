namespace Foldstream.Generators;

/// <summary>What receives events in order after they are stored: a subscription or a projector.</summary>
/// <param name="Name">"Subscription" or "Projector", as a message starts.</param>
/// <param name="Attribute">The metadata name of its attribute.</param>
/// <param name="Method">The name of its handlers.</param>
/// <param name="TakesTransaction">Whether its handlers work in the store's transaction.</param>
internal sealed record SubscriberKind(string Name, string Attribute, string Method, bool TakesTransaction)
{
    public static SubscriberKind Subscription { get; } = new("Subscription", KnownTypes.SubscriptionAttribute, "Handle", TakesTransaction: false);

    public static SubscriberKind Projector { get; } = new("Projector", KnownTypes.ProjectorAttribute, "Project", TakesTransaction: true);

    public static IReadOnlyList<SubscriberKind> All { get; } = [Subscription, Projector];
}
