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
        : EventsOf(Owner!).Contains(@event, SymbolEqualityComparer.Default);

    /// <summary>The events of the set that a type can name, each to be handled or ignored.</summary>
    public IEnumerable<INamedTypeSymbol> Members(KnownEvents events, INamedTypeSymbol within) => Base is not null ? events.Of(Base, within) : events.Nameable(EventsOf(Owner!), within);

    private static EventInterest? Of(INamedTypeSymbol? set, INamedTypeSymbol? owner) =>
        set is not null || (owner is not null && IsFold(owner)) ? new EventInterest(set, owner) : null;

    private static INamedTypeSymbol? DeclaredBase(INamedTypeSymbol owner) => AggregateShape.DeclaredEventSet(owner) ?? DeciderShape.DeclaredEventSet(owner);

    /// <summary>Whether nothing is known of the events of an aggregate or decider: its handlers are private to another assembly, which was built without the generator.</summary>
    public static bool IsHidden(INamedTypeSymbol owner) => IsForeign(owner) && owner.Find(KnownTypes.EventSetAttribute) is null;

    // What it sets aside is stored in its streams all the same.
    private static IReadOnlyList<INamedTypeSymbol> EventsOf(INamedTypeSymbol owner) => IsForeign(owner)
        ? [.. Listed(owner)]
        : [.. Handled(owner).Concat(IgnoredEvents.Of(owner)).Distinct<INamedTypeSymbol>(SymbolEqualityComparer.Default)];

    private static bool IsForeign(INamedTypeSymbol owner) => owner.DeclaringSyntaxReferences.IsEmpty;

    private static IEnumerable<INamedTypeSymbol> Handled(INamedTypeSymbol owner) => owner.Find(KnownTypes.AggregateAttribute) is not null
        ? AggregateShape.HandledEvents(owner)
        : DeciderShape.HandledEvents(owner);

    // The handlers of another assembly are private and not seen: there the generated part lists the events.
    private static IEnumerable<INamedTypeSymbol> Listed(INamedTypeSymbol owner) => owner.GetAttributes()
        .Where(attribute => attribute.Is(KnownTypes.EventSetAttribute))
        .SelectMany(attribute => attribute.ConstructorArguments)
        .Where(argument => argument is { Kind: TypedConstantKind.Array, IsNull: false })
        .SelectMany(argument => argument.Values)
        .Select(value => value.Value)
        .OfType<INamedTypeSymbol>();
}
