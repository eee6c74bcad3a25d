using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Goes through all that an event, or another type, holds, and collects what cannot be stored.</summary>
internal sealed class JsonProblemWalk(ISymbol root, JsonTypes types)
{
    private readonly List<JsonProblem> problems = [];
    private readonly HashSet<ITypeSymbol> good = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> around = new(SymbolEqualityComparer.Default);
    private readonly List<string> path = [];
    private JsonTypes types = types;
    private ISymbol? member;

    public IReadOnlyList<JsonProblem> Problems => problems;

    public void Visit(JsonType type)
    {
        // What holds itself is looked at once.
        if (good.Contains(type.Symbol) || !around.Add(type.Symbol))
            return;
        var before = problems.Count;
        VisitInside(type);
        around.Remove(type.Symbol);
        if (problems.Count == before)
            good.Add(type.Symbol);
    }

    private void VisitInside(JsonType type)
    {
        foreach (var fault in type.Faults)
            Report(fault);
        var outside = types;
        // An event of another assembly was generated with that one's context.
        if (type is JsonEventReference { Event: var @event })
            types = new JsonTypes(@event.ContainingAssembly);
        foreach (var part in type.Parts)
            VisitPart(part);
        types = outside;
    }

    private void VisitPart(JsonPart part)
    {
        var outer = member;
        member ??= part.Member;
        path.Add(part.Step);
        Visit(types.Of(part.Type, part.Member));
        path.RemoveAt(path.Count - 1);
        member = outer;
    }

    private void Report(JsonFault fault)
    {
        var steps = fault.Member is IMethodSymbol or null ? path : path.Append(fault.Member.Name);
        problems.Add(new JsonProblem(member ?? fault.Member ?? root, Join(steps), fault.Reason, fault.WayOut));
    }

    private static string Join(IEnumerable<string> steps) =>
        string.Join(".", steps.Where(step => step.Length > 0)).Replace(".[]", "[]");
}
