using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A rule about subscriptions and projectors.</summary>
internal abstract class SubscriberRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    protected sealed override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(
        symbol =>
        {
            foreach (var subscriber in Subscriber.Of((INamedTypeSymbol)symbol.Symbol))
                Analyze(symbol, subscriber);
        },
        SymbolKind.NamedType);

    protected abstract void Analyze(SymbolAnalysisContext context, Subscriber subscriber);
}
