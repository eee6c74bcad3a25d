using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Refuses types that generated code cannot name.</summary>
internal static class JsonReach
{
    public static IEnumerable<JsonFault> Of(INamedTypeSymbol type)
    {
        if (!EventShape.IsReachable(type))
            yield return new(null, $"is of type '{type.Name}', which generated code cannot reach", $"make '{type.Name}' and the types around it internal or public");
    }
}
