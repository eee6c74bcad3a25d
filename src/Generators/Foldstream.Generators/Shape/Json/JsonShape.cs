using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Whether an event can be stored as JSON: the one truth of the generator and of the rules.</summary>
internal static class JsonShape
{
    /// <summary>All that stands in the way of storing an event; nothing where it can be stored.</summary>
    public static IReadOnlyList<JsonProblem> FindProblems(INamedTypeSymbol eventType)
    {
        var walk = new JsonProblemWalk(eventType, new JsonTypes(eventType.ContainingAssembly));
        walk.Visit(new JsonObject(eventType));
        return walk.Problems;
    }
}
