using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Adds <c>partial</c> to a type and to the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class NotPartialFix() : Fix(RuleIds.NotPartial)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        var types = finding.Node.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(type => !type.Modifiers.Any(SyntaxKind.PartialKeyword));
        yield return new Offer("Add 'partial'", nameof(NotPartialFix), [.. types.Select(AddPartial)]);
    }

    private static Edit AddPartial(TypeDeclarationSyntax type) => Edit.Insert(type.SyntaxTree, type.Keyword.SpanStart, "partial ");
}
