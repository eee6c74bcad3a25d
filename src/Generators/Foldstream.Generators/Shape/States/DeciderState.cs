using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The state of a decider: a value like those that events hold, of which nothing may be hidden.</summary>
internal static class DeciderState
{
    /// <summary>All that stands in the way of keeping the state; nothing where it can be kept.</summary>
    public static IReadOnlyList<JsonProblem> FindProblems(INamedTypeSymbol type, JsonTypes types)
    {
        var walk = new JsonProblemWalk(type, types);
        var state = types.Of(type);
        walk.Visit(state);
        return [.. walk.Problems, .. TypesOf(state).SelectMany(Hidden)];
    }

    private static IEnumerable<INamedTypeSymbol> TypesOf(JsonType state) => state switch
    {
        JsonHierarchy hierarchy => hierarchy.Objects.Select(kind => (INamedTypeSymbol)kind.Symbol),
        JsonObject @object => [(INamedTypeSymbol)@object.Symbol],
        _ => [],
    };

    // An object is written by its public properties: what else it holds would be lost.
    private static IEnumerable<JsonProblem> Hidden(INamedTypeSymbol type) => JsonMembers.All<IFieldSymbol>(type)
        .Where(field => field is { IsStatic: false, IsConst: false } && GeneratedCode.IsWrittenByUser(field.AssociatedSymbol ?? field))
        .Select(StateMember.Of)
        .Where(member => !member.IsIgnored && member.Symbol is { DeclaredAccessibility: not Accessibility.Public })
        .Select(member => new JsonProblem(member.Symbol, member.Symbol.Name, "is not public, and a decider's state is written by its public properties", "make it a public property that is set by a constructor or an initializer"));
}
