namespace Foldstream;

/// <summary>Which events are read for a subscription; null is all.</summary>
internal sealed record SubscriptionInterest(string? Category, IReadOnlyCollection<string>? EventNames, StreamId? Stream = null)
{
    public static SubscriptionInterest Everything { get; } = new(null, null);

    public static SubscriptionInterest Of(SubscriptionDefinition definition, SubscriptionOptions options) =>
        new(definition.Category, definition.EventNames, options.Stream);
}
