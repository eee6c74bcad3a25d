using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A rule about events.</summary>
internal abstract class EventRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    protected sealed override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(
        symbol =>
        {
            var type = (INamedTypeSymbol)symbol.Symbol;
            if (type.Find(KnownTypes.EventAttribute) is { } attribute)
                Analyze(symbol, type, attribute);
        },
        SymbolKind.NamedType);

    protected abstract void Analyze(SymbolAnalysisContext context, INamedTypeSymbol @event, AttributeData attribute);
}
