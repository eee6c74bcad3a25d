using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>An aggregate that nobody could create before its first event.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnservableAggregateRule() : FoldRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UnservableAggregate,
        "Aggregates are classes that can be created empty",
        "'{0}' cannot be an aggregate: {1}");

    protected override void Analyze(SymbolAnalysisContext context, Fold fold)
    {
        if (!fold.IsDecider && AggregateShape.FindProblem(fold.Type) is not TypeProblem.None and var problem)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, fold.Location, fold.Type.Short(), problem.Explain()));
    }
}
