using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An aggregate that derives from another one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class DerivedAggregateRule() : FoldRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.DerivedAggregate,
        "Aggregates do not derive from aggregates",
        "Aggregate '{0}' derives from aggregate '{1}', whose history and stream would be another one: let both derive from a class without [Aggregate], or hold what they share");

    protected override void Analyze(SymbolAnalysisContext context, Fold fold)
    {
        if (!fold.IsDecider && AggregateShape.FindBaseAggregate(fold.Type) is { } ancestor)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, fold.Location, fold.Type.Short(), ancestor.Short()));
    }
}
