using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Names an event by its type, in kebab-case.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class StoredNameFix() : Fix(RuleIds.StoredName)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        // A schema version below 1 is found on the attribute itself: no text can be known to be right.
        var attribute = finding.Around<AttributeSyntax>();
        if (attribute?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && AttributeText.LacksFirst(attribute, finding.Node))
            yield return AttributeText.OfferFirst(attribute, KebabCase.Of(type.Identifier.ValueText, "Event"), nameof(StoredNameFix));
    }
}
