using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>The types that are stored under one name: the newest version of an event, and its older shapes.</summary>
/// <param name="name">The stored name.</param>
/// <param name="types">The types.</param>
internal sealed class EventVersions(string name, IEnumerable<INamedTypeSymbol> types)
{
    public string Name { get; } = name;

    /// <summary>The types by version, the oldest first.</summary>
    public IReadOnlyList<INamedTypeSymbol> Types { get; } = types
        .OrderBy(EventShape.SchemaVersion)
        .ThenByDescending(type => type.ToDisplayString(), StringComparer.Ordinal)
        .ToList();

    public INamedTypeSymbol Newest => Types[Types.Count - 1];

    public int NewestVersion => EventShape.SchemaVersion(Newest);

    /// <summary>The lowest version for which there is a type or a step.</summary>
    public int LowestVersion => Types.Select(EventShape.SchemaVersion).Concat(Steps.Select(step => step.From)).Where(version => version >= 1).DefaultIfEmpty(NewestVersion).Min();

    /// <summary>The steps that go up and start where something can be stored.</summary>
    public IEnumerable<Upcaster> Steps => Upcasters.Where(IsStep);

    /// <summary>The upcasters of the right shape, in a stable order.</summary>
    private IEnumerable<Upcaster> Upcasters => Types.SelectMany(UpcasterShape.Of).Where(upcaster => upcaster.Problem == UpcasterProblem.None);

    public bool IsStep(Upcaster upcaster) => upcaster.LeadsUp && upcaster.From >= 1 && upcaster.From < NewestVersion;

    /// <summary>The type of a version; null where the version has none.</summary>
    public INamedTypeSymbol? Find(int version) => Types.FirstOrDefault(type => EventShape.SchemaVersion(type) == version);
}
