using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The events that a type sets aside by <c>[Ignores&lt;TEvent&gt;]</c>.</summary>
internal static class IgnoredEvents
{
    public static IEnumerable<INamedTypeSymbol> Of(INamedTypeSymbol type) =>
        type.GetAttributes()
            .Where(attribute => attribute.Is(KnownTypes.IgnoresAttribute))
            .Select(attribute => attribute.AttributeClass!.TypeArguments[0])
            .OfType<INamedTypeSymbol>()
            .Where(EventShape.IsEvent);
}
