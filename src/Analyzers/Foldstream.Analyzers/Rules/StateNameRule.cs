using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>Two members of a state that would be written under one name.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class StateNameRule() : Rule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.StateName,
        "Members of a state have names of their own",
        "'{0}' and '{1}' of {2} '{3}' are both kept as '{4}': rename one, give it a name with [JsonPropertyName], or leave it out with [JsonIgnore]");

    protected override void Register(CompilationStartAnalysisContext context) => context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        foreach (var state in KeptState.Of((INamedTypeSymbol)context.Symbol).Where(state => !state.IsDecider))
        {
            foreach (var (member, earlier) in new StateShape(state.Type).Collisions)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptor, member.Symbol.OfOwn(state.Type, state.Location), earlier.Symbol.Short(), member.Symbol.Short(), state.Kind, state.Type.Short(), member.JsonName));
            }
        }
    }
}
