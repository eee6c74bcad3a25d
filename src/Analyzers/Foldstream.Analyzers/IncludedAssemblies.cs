using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>The other assemblies whose events a compilation handles: their event models become part of its own.</summary>
internal static class IncludedAssemblies
{
    /// <summary>Those of all types of a compilation.</summary>
    public static IReadOnlyList<IAssemblySymbol> Of(Compilation compilation) =>
        Find(compilation.Assembly.GlobalNamespace).Distinct<IAssemblySymbol>(SymbolEqualityComparer.Default).ToList();

    /// <summary>Those of a type that handles events.</summary>
    public static IEnumerable<IAssemblySymbol> Of(HandlingType handling) => handling.HandledEvents.Concat(IgnoredEvents.Of(handling.Type))
        .Select(type => type.ContainingAssembly)
        .Where(assembly => !SymbolEqualityComparer.Default.Equals(assembly, handling.Type.ContainingAssembly))
        .Distinct<IAssemblySymbol>(SymbolEqualityComparer.Default);

    private static IEnumerable<IAssemblySymbol> Find(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers().OfType<INamespaceOrTypeSymbol>())
        {
            if (member is INamedTypeSymbol type)
            {
                foreach (var assembly in HandlingType.Of(type).SelectMany(Of))
                    yield return assembly;
            }

            foreach (var assembly in Find(member))
                yield return assembly;
        }
    }
}
