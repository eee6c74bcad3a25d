using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A member of the user's that has the name of a generated one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReservedMemberRule() : HandlingTypeRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.ReservedMember,
        "Names of generated members are not used for others",
        "'{0}' has the name of a member that is generated for {1} '{2}': rename it");

    protected override void Analyze(SymbolAnalysisContext context, HandlingType handling)
    {
        foreach (var member in MembersOf(handling))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, member.OfOwn(handling.Type, handling.Location), member.Short(), handling.Kind.ToLowerInvariant(), handling.Type.Short()));
        }
    }

    private static IEnumerable<ISymbol> MembersOf(HandlingType handling) => handling switch
    {
        HandlingFold fold => fold.Fold.ReservedMembers,
        Projection projection => ProjectionShape.FindReservedMembers(projection.Type),
        _ => [],
    };
}
