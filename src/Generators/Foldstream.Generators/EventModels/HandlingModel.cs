using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>A type that handles events, as the event model names it.</summary>
/// <param name="Kind">The member of the runtime's <c>HandlingKind</c>.</param>
/// <param name="Name">Its full name.</param>
/// <param name="Category">The category of its streams, or the one that it reads; null for every category.</param>
/// <param name="Handles">The stored names that it handles, as literals.</param>
/// <param name="Ignores">The stored names that it sets aside, as literals.</param>
/// <param name="Models">The models of other assemblies whose events are among these.</param>
internal sealed record HandlingModel(
    string Kind, string Name, string? Category, EquatableArray<string> Handles, EquatableArray<string> Ignores, EquatableArray<IncludedModel> Models)
{
    public static HandlingModel? OfAggregate(INamedTypeSymbol type) => AggregateShape.IsServable(type)
        ? Of("Aggregate", type, AggregateShape.Category(type)!, AggregateShape.HandledEvents(type))
        : null;

    public static HandlingModel? OfDecider(INamedTypeSymbol type) => DeciderShape.IsServable(type)
        ? Of("Decider", type, DeciderShape.Category(type)!, DeciderShape.HandledEvents(type))
        : null;

    public static HandlingModel? OfProjection(INamedTypeSymbol type) => ProjectionShape.IsServable(type)
        ? Of("Projection", type, ProjectionShape.Category(type), ProjectionShape.HandledEvents(type))
        : null;

    public static HandlingModel? OfSubscriber(INamedTypeSymbol type, SubscriberKind kind, Compilation compilation) => SubscriptionShape.IsServable(type, kind)
        ? Of(kind.Name, type, EventInterest.CategoryOf(type.Find(kind.Attribute)!), SubscriptionShape.HandledEvents(type, kind, compilation))
        : null;

    private static HandlingModel Of(string kind, INamedTypeSymbol type, string? category, IEnumerable<INamedTypeSymbol> events)
    {
        var handled = events.Where(EventShape.IsServable).ToList();
        var ignored = IgnoredEvents.Of(type).Where(EventShape.IsServable).ToList();
        return new HandlingModel(
            kind,
            TypeNames.FullName(type),
            category,
            StoredNames(handled),
            StoredNames(ignored),
            IncludedModel.Of(handled.Concat(ignored), type.ContainingAssembly));
    }

    private static EquatableArray<string> StoredNames(IEnumerable<INamedTypeSymbol> events) =>
        events.Select(@event => GeneratedFile.Literal(EventShape.StoredName(@event)!)).Distinct(StringComparer.Ordinal).ToEquatableArray();
}
