using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.CodeFixes;

/// <summary>Removes an <c>[Ignores&lt;TEvent&gt;]</c> that sets nothing aside.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class UnneededIgnoresFix() : Fix(RuleIds.UnneededIgnores)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<AttributeSyntax>() is { Parent: AttributeListSyntax list } attribute)
            yield return new Offer("Remove it", nameof(UnneededIgnoresFix), list.Attributes.Count == 1 ? RemoveList(list) : RemoveOne(list, attribute));
    }

    private static Edit RemoveList(AttributeListSyntax list) =>
        new(list.SyntaxTree, TextSpan.FromBounds(list.SpanStart, list.GetLastToken().GetNextToken().SpanStart), "");

    // With the comma before it, or for the first one behind it.
    private static Edit RemoveOne(AttributeListSyntax list, AttributeSyntax attribute)
    {
        var index = list.Attributes.IndexOf(attribute);
        var span = index > 0
            ? TextSpan.FromBounds(list.Attributes[index - 1].Span.End, attribute.Span.End)
            : TextSpan.FromBounds(attribute.SpanStart, list.Attributes[index + 1].SpanStart);
        return new Edit(list.SyntaxTree, span, "");
    }
}
