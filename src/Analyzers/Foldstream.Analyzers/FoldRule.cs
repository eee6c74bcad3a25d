using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A rule about aggregates and deciders.</summary>
internal abstract class FoldRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    protected sealed override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(
        symbol =>
        {
            foreach (var fold in Fold.Of((INamedTypeSymbol)symbol.Symbol))
                Analyze(symbol, fold);
        },
        SymbolKind.NamedType);

    protected abstract void Analyze(SymbolAnalysisContext context, Fold fold);
}
