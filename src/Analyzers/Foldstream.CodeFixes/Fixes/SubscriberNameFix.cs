using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Names a subscription or projector by its type, in kebab-case.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class SubscriberNameFix() : Fix(RuleIds.UnservableSubscriber)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<AttributeSyntax>() is not { } attribute || attribute.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } declaration)
            yield break;
        if (finding.Model.GetDeclaredSymbol(declaration) is not { } type)
            yield break;
        foreach (var subscriber in Subscriber.Of(type).Where(one => one.Attribute.ApplicationSyntaxReference?.Span == attribute.Span))
        {
            var name = UnservableSubscriberRule.SuggestName(subscriber);
            if (SubscriptionShape.Name(type, subscriber.Form) is null && ConsumerName.IsValid(name))
                yield return AttributeText.OfferFirst(attribute, name, nameof(SubscriberNameFix));
        }
    }
}
