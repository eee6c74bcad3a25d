using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Whether an event can be stored as JSON: the one truth of the generator and of the rules.</summary>
internal static class JsonShape
{
    /// <summary>All that stands in the way of storing an event; nothing where it can be stored.</summary>
    public static IReadOnlyList<JsonProblem> FindProblems(INamedTypeSymbol eventType) =>
        FindProblems(new JsonObject(eventType), new JsonTypes(eventType.ContainingAssembly));

    /// <summary>The same for a caller that goes on with what was read.</summary>
    public static IReadOnlyList<JsonProblem> FindProblems(JsonObject @event, JsonTypes types)
    {
        var walk = new JsonProblemWalk(@event.Symbol, types);
        walk.Visit(@event);
        return walk.Problems;
    }
}
