using System.Collections.Immutable;
using System.Globalization;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A version that is known, or that lies between known ones, and from which no upcaster leads on.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class VersionGapRule() : EventRule(Descriptor)
{
    /// <summary>The version from which nothing leads on.</summary>
    public const string VersionProperty = "version";

    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.VersionGap,
        "Every older version of an event leads to the newest",
        "What was stored as version {0} of '{1}' cannot be read as '{2}': write '{3}'{4}");

    protected override void Analyze(SymbolAnalysisContext context, INamedTypeSymbol @event, AttributeData attribute)
    {
        if (KnownEvents.Of(context.Compilation).VersionsOf(@event) is not { } versions || !SymbolEqualityComparer.Default.Equals(versions.Newest, @event))
            return;
        foreach (var version in FindGaps(versions))
        {
            var properties = ImmutableDictionary<string, string?>.Empty.Add(VersionProperty, version.ToString(CultureInfo.InvariantCulture));
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, attribute.MarkedType(@event), properties, version, versions.Name, @event.Short(), MissingUpcaster.Of(versions, version).Signature, WayOut(versions, version)));
        }
    }

    private static IEnumerable<int> FindGaps(EventVersions versions)
    {
        var covered = new HashSet<int>(versions.Steps.Select(step => step.From));
        var first = versions.LowestVersion;
        return Enumerable.Range(first, Math.Max(versions.NewestVersion - first, 0)).Where(version => !covered.Contains(version));
    }

    // One name for two events looks the same as two versions of one.
    private static string WayOut(EventVersions versions, int version) =>
        versions.Find(version) is { } older ? $", or give '{older.Short()}' a name of its own if it is another event" : "";
}
