using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An upcaster that leads to the version that it takes, or to an older one: a cycle with what leads up again.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class BackwardUpcasterRule() : UpcasterRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.BackwardUpcaster,
        "Upcasters lead to a higher version",
        "'{0}' leads from version {1} of '{2}' to version {3}: give '{4}' a higher version than {1}, or remove the upcaster");

    protected override void Analyze(SymbolAnalysisContext context, Upcaster upcaster, EventVersions versions)
    {
        if (!upcaster.LeadsUp)
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, upcaster.Method.Locations[0], upcaster.Method.Short(), upcaster.From, versions.Name, upcaster.To, upcaster.Gives!.Short()));
    }
}
