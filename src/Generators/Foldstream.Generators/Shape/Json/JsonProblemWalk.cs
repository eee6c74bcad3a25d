using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>Goes through all that an event holds, and collects what cannot be stored.</summary>
internal sealed class JsonProblemWalk(INamedTypeSymbol eventType)
{
    private readonly List<JsonProblem> problems = [];
    private readonly HashSet<ITypeSymbol> good = new(SymbolEqualityComparer.Default);
    private readonly HashSet<ITypeSymbol> around = new(SymbolEqualityComparer.Default);
    private readonly List<string> path = [];
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
        foreach (var part in type.Parts)
            VisitPart(part);
    }

    private void VisitPart(JsonPart part)
    {
        var outer = member;
        member ??= part.Member;
        path.Add(part.Step);
        Visit(JsonTypes.Of(part.Type, part.Member));
        path.RemoveAt(path.Count - 1);
        member = outer;
    }

    private void Report(JsonFault fault)
    {
        var steps = fault.Member is IMethodSymbol or null ? path : path.Append(fault.Member.Name);
        problems.Add(new JsonProblem(member ?? fault.Member ?? eventType, Join(steps), fault.Reason, fault.WayOut));
    }

    private static string Join(IEnumerable<string> steps) =>
        string.Join(".", steps.Where(step => step.Length > 0)).Replace(".[]", "[]");
}
