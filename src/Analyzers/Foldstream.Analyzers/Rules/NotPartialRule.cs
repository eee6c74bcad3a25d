using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An aggregate or decider that cannot be continued by the generator.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class NotPartialRule() : FoldRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.NotPartial,
        "Aggregates, deciders and the types around them are partial",
        "{0} '{1}' cannot be continued by the generator: add 'partial' to {2}");

    protected override void Analyze(SymbolAnalysisContext context, Fold fold)
    {
        var missing = PartialShape.FindNonPartials(fold.Type).ToList();
        if (missing.Count > 0)
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, fold.Location, fold.Kind, fold.Type.Short(), string.Join(" and ", missing.Select(part => $"'{part.Name}'"))));
    }
}
