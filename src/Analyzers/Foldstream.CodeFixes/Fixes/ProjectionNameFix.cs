using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Names a projection by its type, in kebab-case.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class ProjectionNameFix() : Fix(RuleIds.UnservableProjection)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Property(UnservableProjectionRule.NameProperty) is null || finding.Around<AttributeSyntax>() is not { } attribute)
            yield break;
        if (attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } declaration && KebabCase.Of(declaration.Identifier.ValueText, "Projection") is var name && ConsumerName.IsValid(name))
            yield return AttributeText.OfferFirst(attribute, name, nameof(ProjectionNameFix));
    }
}
