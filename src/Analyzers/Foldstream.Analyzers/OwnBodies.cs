using System.Collections.Concurrent;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>What is found in the methods of a type, and which of them call each other; filled while the compiler binds them.</summary>
internal sealed class OwnBodies<T>(INamedTypeSymbol type, Func<IOperation, IEnumerable<T>> find)
    where T : class
{
    private readonly ConcurrentDictionary<IMethodSymbol, OwnBody<T>> bodies = new(SymbolEqualityComparer.Default);

    /// <summary>The methods that were seen.</summary>
    public IEnumerable<KeyValuePair<IMethodSymbol, OwnBody<T>>> All => bodies;

    public void Add(OperationBlockAnalysisContext context)
    {
        if (context.OwningSymbol is not IMethodSymbol method || !SymbolEqualityComparer.Default.Equals(method.ContainingType, type))
            return;
        var operations = context.OperationBlocks.SelectMany(OwnCalls.Operations).ToList();
        bodies[OwnCalls.Definition(method)] = new OwnBody<T>([.. operations.SelectMany(find)], [.. operations.SelectMany(operation => OwnCalls.Of(operation, type))]);
    }

    public OwnBody<T>? Find(IMethodSymbol method) => bodies.TryGetValue(method, out var body) ? body : null;

    /// <summary>What is found in a method and in all that it calls of its type.</summary>
    public IEnumerable<T> Reachable(IMethodSymbol method) =>
        ReachableMethods([method]).SelectMany(reached => Find(reached)?.Found ?? []);

    /// <summary>Methods and all that they call of their type.</summary>
    public IEnumerable<IMethodSymbol> ReachableMethods(IEnumerable<IMethodSymbol> roots)
    {
        var seen = new HashSet<IMethodSymbol>(SymbolEqualityComparer.Default);
        var open = new Queue<IMethodSymbol>(roots);
        while (open.Count > 0)
        {
            var method = open.Dequeue();
            if (!seen.Add(method))
                continue;
            yield return method;
            foreach (var call in Find(method)?.Calls ?? [])
                open.Enqueue(call.Method);
        }
    }
}

/// <summary>What is found in a method, and what it calls of its type.</summary>
internal sealed record OwnBody<T>(IReadOnlyList<T> Found, IReadOnlyList<OwnCall> Calls);
