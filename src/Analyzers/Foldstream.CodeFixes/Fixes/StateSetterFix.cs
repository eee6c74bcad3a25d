using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Makes the setter of a property private.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class StateSetterFix() : Fix(RuleIds.StateSetter)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        var setter = finding.Around<PropertyDeclarationSyntax>()?.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration));
        if (setter is not null)
            yield return new Offer(
                "Make the setter private",
                nameof(StateSetterFix),
                [.. setter.Modifiers.Select(modifier => Edit.Remove(modifier)), Edit.Insert(setter.SyntaxTree, setter.Keyword.SpanStart, "private ")]);
    }
}
