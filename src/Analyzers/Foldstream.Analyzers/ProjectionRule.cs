using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A rule about projections.</summary>
internal abstract class ProjectionRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    protected sealed override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(
        symbol =>
        {
            foreach (var projection in Projection.Of((INamedTypeSymbol)symbol.Symbol))
                Analyze(symbol, projection);
        },
        SymbolKind.NamedType);

    protected abstract void Analyze(SymbolAnalysisContext context, Projection projection);
}
