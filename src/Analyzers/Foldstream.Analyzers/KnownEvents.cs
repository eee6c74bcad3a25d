using System.Collections.Concurrent;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers;

/// <summary>The events of a compilation and of its references, searched for once, when somebody asks.</summary>
internal sealed class KnownEvents(Compilation compilation)
{
    private readonly Lazy<IReadOnlyList<INamedTypeSymbol>> own = new(() => Find(compilation.Assembly).ToList());
    private readonly Lazy<IReadOnlyList<INamedTypeSymbol>> referenced = new(() => FindReferenced(compilation).ToList());
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<INamedTypeSymbol>> sets = new(SymbolEqualityComparer.Default);

    /// <summary>The events that this compilation declares.</summary>
    public IReadOnlyList<INamedTypeSymbol> Own => own.Value;

    /// <summary>The events of a declared set that a type can name.</summary>
    public IEnumerable<INamedTypeSymbol> Of(INamedTypeSymbol set, INamedTypeSymbol within) =>
        sets.GetOrAdd(set, key => own.Value.Concat(referenced.Value).Where(type => EventSetShape.IsMember(type, key)).ToList())
            .Where(type => compilation.IsSymbolAccessibleWithin(type, within));

    // An assembly that does not know the attribute has no events.
    private static IEnumerable<INamedTypeSymbol> FindReferenced(Compilation compilation)
    {
        var core = compilation.GetTypeByMetadataName(KnownTypes.EventAttribute)?.ContainingAssembly.Identity;
        return compilation.SourceModule.ReferencedAssemblySymbols
            .Where(assembly => assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == core?.Name)))
            .SelectMany(Find);
    }

    private static IEnumerable<INamedTypeSymbol> Find(IAssemblySymbol assembly) => Find(assembly.GlobalNamespace);

    private static IEnumerable<INamedTypeSymbol> Find(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamedTypeSymbol type && EventShape.IsEvent(type))
                yield return type;
            if (member is INamespaceOrTypeSymbol inner)
            {
                foreach (var found in Find(inner))
                    yield return found;
            }
        }
    }
}
