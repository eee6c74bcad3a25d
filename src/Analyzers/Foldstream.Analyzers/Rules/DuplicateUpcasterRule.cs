using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Two upcasters from one version, of which only one would be called.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DuplicateUpcasterRule() : UpcasterRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.DuplicateUpcaster,
        "Every older version has one upcaster",
        "'{0}' and '{1}' both start from version {2} of '{3}', and only one of them would be called: remove one of them");

    protected override void Analyze(SymbolAnalysisContext context, Upcaster upcaster, EventVersions versions)
    {
        if (versions.IsStep(upcaster) && FindOther(upcaster, versions) is { } other)
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, upcaster.Method.Locations[0], upcaster.Method.Short(), other.Short(), upcaster.From, versions.Name));
    }

    private static IMethodSymbol? FindOther(Upcaster upcaster, EventVersions versions) => versions.Steps
        .Where(step => step.From == upcaster.From)
        .Select(step => step.Method)
        .FirstOrDefault(method => !SymbolEqualityComparer.Default.Equals(method, upcaster.Method));
}
