using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Makes a <c>DateTime</c> a <c>DateTimeOffset</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class DateTimeMemberFix() : Fix(RuleIds.DateTimeMember)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (TypeOf(finding.Node) is not { } type)
            yield break;
        var name = (type is NullableTypeSyntax nullable ? nullable.ElementType : type) switch
        {
            QualifiedNameSyntax qualified => qualified.Right,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        if (name?.Identifier.ValueText == nameof(DateTime))
            yield return new Offer("Make it a DateTimeOffset", nameof(DateTimeMemberFix), Edit.Replace(name, nameof(DateTimeOffset)));
    }

    private static TypeSyntax? TypeOf(SyntaxNode node) => node switch
    {
        ParameterSyntax parameter => parameter.Type,
        PropertyDeclarationSyntax property => property.Type,
        _ => null,
    };
}
