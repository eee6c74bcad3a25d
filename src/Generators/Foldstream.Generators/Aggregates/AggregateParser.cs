using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads the classes marked with <c>[Aggregate]</c>.</summary>
internal static class AggregateParser
{
    /// <summary>The aggregate; null where the generator cannot serve it, which the rules explain.</summary>
    public static AggregateModel? Parse(INamedTypeSymbol type) => AggregateShape.IsServable(type)
        ? new AggregateModel(
            TypeNesting.Of(type),
            AggregateShape.Category(type)!,
            HandledEvent.Of(AggregateShape.HandledEvents(type)),
            HandledEvent.Of(IgnoredEvents.Of(type)))
        : null;
}
