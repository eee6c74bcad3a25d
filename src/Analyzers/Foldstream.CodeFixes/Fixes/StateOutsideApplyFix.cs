using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Calls <c>Raise</c> where a command calls a handler itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class StateOutsideApplyFix() : Fix(RuleIds.StateOutsideApply)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Property(StateOutsideApplyRule.RaiseProperty) is null || finding.Node.FirstAncestorOrSelf<InvocationExpressionSyntax>() is not { } call)
            yield break;
        var name = call.Expression is MemberAccessExpressionSyntax access ? access.Name : call.Expression as SimpleNameSyntax;
        if (name is not null)
            yield return new Offer("Raise the event", nameof(StateOutsideApplyFix), Edit.Replace(name, AggregateShape.RaiseMethod));
    }
}
