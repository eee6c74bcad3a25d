using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Names an event by its type, in kebab-case.</summary>
/// <remarks>An event of which something is stored has to keep its name; the page of the rule says so.</remarks>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class ClrNameFix() : Fix(RuleIds.ClrName)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<AttributeSyntax>() is { } attribute && attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type)
            yield return AttributeText.OfferFirst(attribute, KebabCase.Of(type.Identifier.ValueText, "Event"), nameof(ClrNameFix));
    }
}
