using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The events that a consumer declares: all that derive from a base type, or those that an aggregate or decider handles or ignores.</summary>
/// <param name="Base">The base type; null where there is none.</param>
/// <param name="Owner">The aggregate or decider; null where none is named.</param>
internal sealed record EventInterest(INamedTypeSymbol? Base, INamedTypeSymbol? Owner)
{
    public const string EventsArgument = "Events";
    public const string CategoryArgument = "Category";

    /// <summary>What the user knows the set by.</summary>
    public INamedTypeSymbol Name => Base ?? Owner!;

    /// <summary>What an attribute with <c>Of</c> and <c>Events</c> declares; null where it declares nothing.</summary>
    public static EventInterest? Of(AttributeData attribute)
    {
        var owner = SourceOfEvents.Find(attribute);
        var set = attribute.Named<INamedTypeSymbol>(EventsArgument);
        return set is not null || (owner is not null && SourceOfEvents.IsUsable(owner)) ? new EventInterest(set, owner) : null;
    }

    /// <summary>What <c>Events = typeof(…)</c> of an aggregate or decider declares.</summary>
    public static EventInterest? Of(INamedTypeSymbol? set) => set is null ? null : new EventInterest(set, null);

    /// <summary>The category to read: the attribute's own, else that of the aggregate or decider; null for every category.</summary>
    public static string? CategoryOf(AttributeData attribute) => attribute.Named<string>(CategoryArgument)
        ?? (SourceOfEvents.Find(attribute) is { } owner ? SourceOfEvents.Category(owner) : null);

    /// <summary>Whether an event belongs to the set.</summary>
    public bool Holds(INamedTypeSymbol @event) => Base is not null
        ? EventSetShape.IsMember(@event, Base)
        : SourceOfEvents.Events(Owner!).Contains(@event, SymbolEqualityComparer.Default);

    /// <summary>The events of the set that a type can name, each to be handled or ignored.</summary>
    public IEnumerable<INamedTypeSymbol> Members(KnownEvents events, INamedTypeSymbol within) => Base is not null
        ? events.Of(Base, within)
        : SourceOfEvents.Events(Owner!);
}
