using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Names a category by its type, in kebab-case.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class CategoryFix() : Fix(RuleIds.Category)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<AttributeSyntax>() is not { } attribute || attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
            yield break;
        if (finding.Model.GetDeclaredSymbol(declaration) is not { } type)
            yield break;
        foreach (var fold in Fold.Of(type).Where(fold => fold.Attribute.ApplicationSyntaxReference?.Span == attribute.Span))
        {
            var category = KebabCase.Of(type.Name, fold.Kind);
            if (CategoryShape.IsValid(category))
                yield return AttributeText.OfferFirst(attribute, category, nameof(CategoryFix));
        }
    }
}
