using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The events that a consumer declares: all that derive from a base type, or those of an aggregate or decider.</summary>
/// <param name="Base">The base type; null where there is none.</param>
/// <param name="Owner">The aggregate or decider; null where none is named.</param>
internal sealed record EventInterest(INamedTypeSymbol? Base, INamedTypeSymbol? Owner)
{
    public const string OfArgument = "Of";
    public const string EventsArgument = "Events";
    public const string CategoryArgument = "Category";

    /// <summary>What the user knows the set by.</summary>
    public INamedTypeSymbol Name => Base ?? Owner!;

    /// <summary>What an attribute with <c>Of</c> and <c>Events</c> declares; null where it declares nothing.</summary>
    public static EventInterest? Of(AttributeData attribute)
    {
        var owner = attribute.Named<INamedTypeSymbol>(OfArgument);
        return Of(attribute.Named<INamedTypeSymbol>(EventsArgument) ?? (owner is null ? null : DeclaredBase(owner)), owner);
    }

    /// <summary>What <c>Events = typeof(…)</c> of an aggregate or decider declares.</summary>
    public static EventInterest? Of(INamedTypeSymbol? set) => set is null ? null : new EventInterest(set, null);

    /// <summary>The category to read: the attribute's own, else that of the aggregate or decider; null for every category.</summary>
    public static string? CategoryOf(AttributeData attribute) => attribute.Named<string>(CategoryArgument)
        ?? (attribute.Named<INamedTypeSymbol>(OfArgument) is { } owner ? AggregateShape.Category(owner) ?? DeciderShape.Category(owner) : null);

    public static bool IsFold(ITypeSymbol type) => type.Find(KnownTypes.AggregateAttribute) is not null || type.Find(KnownTypes.DeciderAttribute) is not null;

    /// <summary>Whether an event belongs to the set.</summary>
    public bool Holds(INamedTypeSymbol @event) => Base is not null
        ? EventSetShape.IsMember(@event, Base)
        : Handled(Owner!).Concat(IgnoredEvents.Of(Owner!)).Contains(@event, SymbolEqualityComparer.Default);

    /// <summary>The events of the set that a type can name, each to be handled or ignored.</summary>
    public IEnumerable<INamedTypeSymbol> Members(KnownEvents events, INamedTypeSymbol within) => Base is not null ? events.Of(Base, within) : Handled(Owner!);

    private static EventInterest? Of(INamedTypeSymbol? set, INamedTypeSymbol? owner) =>
        set is not null || (owner is not null && IsFold(owner)) ? new EventInterest(set, owner) : null;

    private static INamedTypeSymbol? DeclaredBase(INamedTypeSymbol owner) => AggregateShape.DeclaredEventSet(owner) ?? DeciderShape.DeclaredEventSet(owner);

    private static IEnumerable<INamedTypeSymbol> Handled(INamedTypeSymbol owner) => owner.Find(KnownTypes.AggregateAttribute) is not null
        ? AggregateShape.HandledEvents(owner)
        : DeciderShape.HandledEvents(owner);
}
