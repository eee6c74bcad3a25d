using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.TestKit.Tests;

/// <summary>Wants type names to start with a capital.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ToyAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Rule = new("TOY001", "Capital", "Call it {0}", "Toy", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Rule];

    public static string Capitalized(string name) => char.ToUpperInvariant(name[0]) + name[1..];

    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        if (char.IsLower(context.Symbol.Name[0]))
            context.ReportDiagnostic(Diagnostic.Create(Rule, context.Symbol.Locations[0], Capitalized(context.Symbol.Name)));
    }
}
