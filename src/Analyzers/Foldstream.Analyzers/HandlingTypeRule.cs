using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A rule about all types that handle events.</summary>
internal abstract class HandlingTypeRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    protected sealed override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(
        symbol =>
        {
            foreach (var handling in HandlingType.Of((INamedTypeSymbol)symbol.Symbol))
                Analyze(symbol, handling);
        },
        SymbolKind.NamedType);

    protected abstract void Analyze(SymbolAnalysisContext context, HandlingType handling);
}
