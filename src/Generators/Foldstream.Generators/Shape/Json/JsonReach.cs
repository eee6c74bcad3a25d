using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Refuses types that generated code cannot name.</summary>
internal static class JsonReach
{
    public static IEnumerable<JsonFault> Of(INamedTypeSymbol type)
    {
        if (FindHidden(type) is { } hidden)
            yield return new(null, $"is of type '{hidden.Name}', which generated code cannot reach", $"make '{hidden.Name}' and the types around it internal or public");
    }

    private static INamedTypeSymbol? FindHidden(INamedTypeSymbol type) => EventShape.IsReachable(type)
        ? type.TypeArguments.OfType<INamedTypeSymbol>().Select(FindHidden).FirstOrDefault(hidden => hidden is not null)
        : type;
}
