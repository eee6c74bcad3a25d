using System.Collections.Immutable;
using System.Globalization;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An upcaster from a version that is not older than the newest one, or that cannot be.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DeadUpcasterRule() : UpcasterRule(Descriptor)
{
    /// <summary>The version that the newest type would need.</summary>
    public const string VersionProperty = "version";

    /// <summary>The documentation id of the newest type.</summary>
    public const string NewestProperty = "newest";

    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.DeadUpcaster,
        "Upcasters start from an older version",
        "Nothing is read through '{0}', because it starts from version {1} of '{2}', {3}");

    protected override void Analyze(SymbolAnalysisContext context, Upcaster upcaster, EventVersions versions)
    {
        if (!upcaster.LeadsUp || versions.IsStep(upcaster))
            return;
        context.ReportDiagnostic(upcaster.From < 1
            ? Create(upcaster, versions, ImmutableDictionary<string, string?>.Empty, "and versions start at 1: name the version that it takes")
            : Create(upcaster, versions, Properties(upcaster, versions), $"and '{versions.Newest.Short()}' is version {versions.NewestVersion}: raise that to {upcaster.From + 1}, or remove the upcaster"));
    }

    private static Diagnostic Create(Upcaster upcaster, EventVersions versions, ImmutableDictionary<string, string?> properties, string reason) =>
        Diagnostic.Create(Descriptor, upcaster.Method.Locations[0], properties, upcaster.Method.Short(), upcaster.From, versions.Name, reason);

    private static ImmutableDictionary<string, string?> Properties(Upcaster upcaster, EventVersions versions) => ImmutableDictionary<string, string?>.Empty
        .Add(VersionProperty, (upcaster.From + 1).ToString(CultureInfo.InvariantCulture))
        .Add(NewestProperty, versions.Newest.GetDocumentationCommentId());
}
