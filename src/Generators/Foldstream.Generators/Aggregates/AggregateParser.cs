using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Reads the classes marked with <c>[Aggregate]</c>.</summary>
internal static class AggregateParser
{
    /// <summary>The aggregate; null where the generator cannot serve it, which the rules explain.</summary>
    public static AggregateModel? Parse(INamedTypeSymbol type)
    {
        if (!AggregateShape.IsServable(type))
            return null;
        var handled = HandledEvent.Of(AggregateShape.HandledEvents(type));
        return new AggregateModel(
            TypeNesting.Of(type),
            AggregateShape.Category(type)!,
            handled,
            HandledEvent.OfIgnored(IgnoredEvents.Of(type), handled));
    }
}
