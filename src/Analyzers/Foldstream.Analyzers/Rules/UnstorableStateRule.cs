using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Something in a state that cannot be kept, or that would not come back as it was.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class UnstorableStateRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.UnstorableState,
        "All that a kept state holds can be stored",
        "{0} {1}: {2}{3}");

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        foreach (var state in KeptState.Of((INamedTypeSymbol)context.Symbol))
        {
            foreach (var problem in state.FindProblems())
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptor, problem.Member.OfOwn(state.Type, state.Location), Subject(state, problem), problem.Reason, problem.WayOut, Ignoring(problem)));
            }
        }
    }

    private static string Subject(KeptState state, JsonProblem problem) => problem.Path.Length == 0
        ? $"The state of {state.Kind} '{state.Type.Short()}'"
        : $"'{problem.Path}' of {state.Kind} '{state.Type.Short()}'";

    private static string Ignoring(JsonProblem problem) =>
        problem.Path.Length > 0 && !problem.WayOut.Contains("[JsonIgnore]") ? ", or leave it out with [JsonIgnore]" : "";
}
