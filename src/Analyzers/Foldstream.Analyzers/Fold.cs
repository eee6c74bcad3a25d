using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>An aggregate or a decider: a type that folds events into a state.</summary>
internal readonly record struct Fold(INamedTypeSymbol Type, AttributeData Attribute, bool IsDecider)
{
    /// <summary>"Aggregate" or "Decider", as a message starts.</summary>
    public string Kind => IsDecider ? "Decider" : "Aggregate";

    public string? Category => IsDecider ? DeciderShape.Category(Type) : AggregateShape.Category(Type);

    public INamedTypeSymbol? DeclaredEventSet => IsDecider ? DeciderShape.DeclaredEventSet(Type) : AggregateShape.DeclaredEventSet(Type);

    public IEnumerable<Handler> Handlers => IsDecider ? DeciderShape.Handlers(Type) : AggregateShape.Handlers(Type);

    public IEnumerable<INamedTypeSymbol> HandledEvents => Handler.HandledEvents(Handlers);

    public IEnumerable<ISymbol> ReservedMembers =>
        IsDecider ? DeciderShape.FindReservedMembers(Type) : AggregateShape.FindReservedMembers(Type);

    /// <summary>Where its attribute marks it: the name in that declaration.</summary>
    public Location Location => Attribute.MarkedType(Type);

    public static IEnumerable<Fold> Of(INamedTypeSymbol type)
    {
        if (type.Find(KnownTypes.AggregateAttribute) is { } aggregate)
            yield return new Fold(type, aggregate, IsDecider: false);
        if (type.Find(KnownTypes.DeciderAttribute) is { } decider)
            yield return new Fold(type, decider, IsDecider: true);
    }

    /// <summary>How a handler of an event is written.</summary>
    public string Signature(string @event) => IsDecider
        ? $"static {Type.Name} {DeciderShape.EvolveMethod}({Type.Name} state, {@event} e)"
        : $"void {AggregateShape.ApplyMethod}({@event} e)";
}
