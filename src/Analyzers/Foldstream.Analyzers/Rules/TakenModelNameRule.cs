using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A type of the user's that has the name of the generated event model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TakenModelNameRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.TakenModelName,
        "The name of the generated event model is free",
        "'{0}' has the name of the class that is generated for the events of this assembly, so that none is: rename it, or move it to another namespace");

    protected override void Register(CompilationStartAnalysisContext context)
    {
        var name = ProjectNames.Of(context.Compilation, context.Options.AnalyzerConfigOptionsProvider).QualifiedEventsClass;
        if (ProjectNames.FindTaken(context.Compilation, name) is not { } taken || KnownEvents.Of(context.Compilation).Own.Count == 0)
            return;
        context.RegisterSymbolAction(
            symbol =>
            {
                if (SymbolEqualityComparer.Default.Equals(symbol.Symbol, taken))
                    symbol.ReportDiagnostic(Diagnostic.Create(Descriptor, taken.Locations[0], taken.Short()));
            },
            SymbolKind.NamedType);
    }
}
