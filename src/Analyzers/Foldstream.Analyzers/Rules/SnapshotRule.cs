using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A <c>[Snapshot]</c> that cannot be followed.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class SnapshotRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.Snapshot,
        "Snapshots are of aggregates and deciders, by a policy that is there",
        "No snapshot of '{0}' would be taken, because {1}");

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (SnapshotShape.Of(type) is { } snapshot && snapshot.FindProblem(type) is { } problem)
            context.ReportDiagnostic(Diagnostic.Create(Descriptor, snapshot.Attribute.Whole(type), type.Short(), problem));
    }
}
