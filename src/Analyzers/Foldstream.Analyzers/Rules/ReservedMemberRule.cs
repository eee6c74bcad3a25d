using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers;

/// <summary>A member of the user's that has the name of a generated one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class ReservedMemberRule() : FoldRule(Descriptor)
{
    private static readonly DiagnosticDescriptor Descriptor = Describe.Error(
        RuleIds.ReservedMember,
        "Names of generated members are not used for others",
        "'{0}' has the name of a member that is generated for {1} '{2}': rename it");

    protected override void Analyze(SymbolAnalysisContext context, Fold fold)
    {
        foreach (var member in fold.ReservedMembers)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptor, member.OfOwn(fold.Type, fold.Location), member.Short(), fold.Kind.ToLowerInvariant(), fold.Type.Short()));
        }
    }
}
