using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The events of a compilation and of its references, searched for once, when somebody asks.</summary>
internal sealed class KnownEvents
{
    private static readonly ConditionalWeakTable<Compilation, KnownEvents> ByCompilation = new();

    private readonly Compilation compilation;
    private readonly Lazy<IReadOnlyList<INamedTypeSymbol>> own;
    private readonly Lazy<IReadOnlyList<INamedTypeSymbol>> referenced;
    private readonly ConcurrentDictionary<INamedTypeSymbol, IReadOnlyList<INamedTypeSymbol>> sets = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IAssemblySymbol, ILookup<string, INamedTypeSymbol>> byName = new(SymbolEqualityComparer.Default);

    private KnownEvents(Compilation compilation)
    {
        this.compilation = compilation;
        own = new(() => Find(compilation.Assembly).ToList());
        referenced = new(() => FindReferenced(compilation).ToList());
    }

    public static KnownEvents Of(Compilation compilation) => ByCompilation.GetValue(compilation, key => new KnownEvents(key));

    /// <summary>The events that this compilation declares, in all their versions.</summary>
    public IReadOnlyList<INamedTypeSymbol> Own => own.Value;

    /// <summary>The events of a declared set that a type can name, in their newest versions.</summary>
    public IEnumerable<INamedTypeSymbol> Of(INamedTypeSymbol set, INamedTypeSymbol within) =>
        sets.GetOrAdd(set, key => Own.Concat(referenced.Value).Where(type => EventSetShape.IsMember(type, key) && FindNewer(type) is null).ToList())
            .Where(type => compilation.IsSymbolAccessibleWithin(type, within));

    /// <summary>Those of some events that a type can name.</summary>
    public IEnumerable<INamedTypeSymbol> Nameable(IEnumerable<INamedTypeSymbol> some, INamedTypeSymbol within) =>
        some.Where(type => compilation.IsSymbolAccessibleWithin(type, within));

    /// <summary>The events of an assembly by stored name, each in all its versions.</summary>
    public ILookup<string, INamedTypeSymbol> ByName(IAssemblySymbol assembly) => byName.GetOrAdd(assembly, key => Find(key)
        .Where(type => EventShape.StoredName(type) is not null)
        .ToLookup(type => EventShape.StoredName(type)!, StringComparer.Ordinal));

    /// <summary>All versions of an event; null where nothing can be stored under its name.</summary>
    public EventVersions? VersionsOf(INamedTypeSymbol type) =>
        EventShape.StoredName(type) is { } name ? new EventVersions(name, ByName(type.ContainingAssembly)[name]) : null;

    /// <summary>The newest version of an event; null where it is the newest itself.</summary>
    public INamedTypeSymbol? FindNewer(INamedTypeSymbol type) =>
        VersionsOf(type)?.Newest is { } newest && EventShape.SchemaVersion(newest) > EventShape.SchemaVersion(type) ? newest : null;

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
