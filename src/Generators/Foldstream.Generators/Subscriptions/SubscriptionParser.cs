using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads the classes marked with <c>[Subscription]</c> or <c>[Projector]</c>.</summary>
internal static class SubscriptionParser
{
    /// <summary>The subscription or projector; null where the generator cannot serve it, which the rules explain.</summary>
    public static SubscriptionModel? Parse(INamedTypeSymbol type, SubscriberKind kind, Compilation compilation)
    {
        if (!SubscriptionShape.IsServable(type, kind))
            return null;
        var handlers = SubscriptionShape.Handlers(type, kind).ToList();
        var batch = SubscriptionShape.FindBatchHandler(handlers);
        var events = HandledEvent.Newest(SubscriptionShape.HandledEvents(type, kind, compilation)).ToList();
        var handled = events.Select(HandledEvent.Of).ToEquatableArray();
        return new SubscriptionModel(
            TypeNesting.Of(type),
            SubscriptionShape.Name(type, kind)!,
            EventInterest.CategoryOf(type.Find(kind.Attribute)!),
            handlers.Select(handler => handler.Transaction).FirstOrDefault(transaction => transaction is not null) is { } transaction ? TypeNames.Qualified(transaction) : null,
            handled,
            batch is null ? events.Select(@event => CallOf(Find(handlers, @event))).ToEquatableArray() : new[] { CallOf(batch) }.ToEquatableArray(),
            batch is not null,
            HandledEvent.OfIgnored(IgnoredEvents.Of(type), handled));
    }

    private static SubscriberHandler Find(IEnumerable<SubscriberHandler> handlers, INamedTypeSymbol @event) =>
        handlers.First(handler => SymbolEqualityComparer.Default.Equals(handler.Event, @event));

    private static HandlerCall CallOf(SubscriberHandler handler) => new(string.Concat(handler.Parts.Select(part => $", {ArgumentOf(part)}")), handler.Returns);

    private static string ArgumentOf(HandlerPart part) => part switch
    {
        HandlerPart.Context => "context",
        HandlerPart.Transaction => "transaction",
        _ => "cancellationToken",
    };
}
