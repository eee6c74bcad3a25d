using System.Collections.Immutable;
using System.Globalization;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Holds one event against what the baseline knows of it.</summary>
internal sealed class BaselineCheck(SymbolAnalysisContext context, INamedTypeSymbol type, EventSchema schema)
{
    private Location Name => type.Find(KnownTypes.EventAttribute)!.MarkedType(type);

    /// <summary>What the baseline has of this version against what is there now.</summary>
    public void CheckSchema(BaselineEvent? known)
    {
        if (known is null)
            ReportOutdated("it is new");
        else if (known.Versions.FirstOrDefault(version => version.Version == schema.Version) is not { } same)
            ReportOutdated($"it has a new version {schema.Version}");
        else
            Report(SchemaComparison.Compare(same, schema));
    }

    /// <summary>The other versions that the baseline knows: none is later, and the code knows of each. That its upcasters lead from there to this one is another rule's.</summary>
    public void CheckVersions(BaselineEvent known, EventVersions versions)
    {
        foreach (var version in known.Versions.Select(version => version.Version).Where(version => version != schema.Version))
        {
            if (version > schema.Version)
                Report(BaselineDescriptors.RemovedEvent, Name, $"Version {version} of event '{schema.Name}' may be stored, and the event is of version {schema.Version} now: give it version {version} or a later one, or remove that version from {SchemaBaseline.File} if it was never stored");
            else if (version < versions.LowestVersion)
                ReportUncovered(version, MissingUpcaster.Of(versions, version));
        }
    }

    private void Report(IReadOnlyList<SchemaDifference> differences)
    {
        foreach (var difference in differences.Where(difference => difference.IsBreaking))
            Report(BaselineDescriptors.Of(difference), Place(difference), schema.Version, schema.Name, difference);
        // A file that is brought up to date must not take in what breaks.
        if (differences.Count > 0 && !differences.Any(difference => difference.IsBreaking))
            ReportOutdated(string.Join(", ", differences));
    }

    private void ReportUncovered(int version, MissingUpcaster missing) => context.ReportDiagnostic(Diagnostic.Create(
        BaselineDescriptors.Uncovered,
        Name,
        ImmutableDictionary<string, string?>.Empty.Add(VersionGapRule.VersionProperty, version.ToString(CultureInfo.InvariantCulture)),
        version,
        schema.Name,
        missing.Signature));

    private void ReportOutdated(string news) => context.ReportDiagnostic(Diagnostic.Create(
        BaselineDescriptors.Outdated,
        Name,
        ImmutableDictionary<string, string?>.Empty.Add(BaselineRule.EventProperty, DocumentationCommentId.CreateDeclarationId(type)),
        schema.Name,
        news));

    private void Report(DiagnosticDescriptor descriptor, Location location, params object[] arguments) =>
        context.ReportDiagnostic(Diagnostic.Create(descriptor, location, arguments));

    // The member at fault where it is still there.
    private Location Place(SchemaDifference difference) =>
        new JsonObject(type).Contract.Members.FirstOrDefault(member => member.JsonName == difference.Member)?.Property.OfOwn(type, Name) ?? Name;
}
