using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A rule about the upcasters of an event, those of the wrong shape left aside.</summary>
internal abstract class UpcasterRule(DiagnosticDescriptor descriptor) : Rule(descriptor)
{
    protected sealed override void Register(CompilationStartAnalysisContext context)
    {
        var events = KnownEvents.Of(context.Compilation);
        context.RegisterSymbolAction(
            symbol =>
            {
                if (UpcasterShape.Find((IMethodSymbol)symbol.Symbol) is { Problem: UpcasterProblem.None } upcaster
                    && events.VersionsOf(upcaster.Method.ContainingType) is { } versions)
                    Analyze(symbol, upcaster, versions);
            },
            SymbolKind.Method);
    }

    protected abstract void Analyze(SymbolAnalysisContext context, Upcaster upcaster, EventVersions versions);
}
