using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Turns <c>set</c> into <c>init</c>, a field into a readonly one, a record struct into a readonly one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class MutableEventFix() : Fix(RuleIds.MutableEvent)
{
    protected override IEnumerable<Offer> Offer(Finding finding) => finding.Node.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
    {
        PropertyDeclarationSyntax property => UseInit(property),
        FieldDeclarationSyntax field when !field.Modifiers.Any(SyntaxKind.PublicKeyword) => [MakeReadonly(field, field.Declaration.Type.SpanStart)],
        RecordDeclarationSyntax record when record.IsKind(SyntaxKind.RecordStructDeclaration) && finding.Node == record =>
            [MakeReadonly(record, (record.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.PartialKeyword)) is { SpanStart: > 0 } partial ? partial : record.Keyword).SpanStart)],
        _ => [],
    };

    private static IEnumerable<Offer> UseInit(PropertyDeclarationSyntax property)
    {
        var setter = property.AccessorList?.Accessors.FirstOrDefault(accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration));
        if (setter is not null)
            yield return new Offer("Use 'init'", nameof(MutableEventFix), [.. setter.Modifiers.Select(modifier => Edit.Remove(modifier)), Edit.Replace(setter.Keyword, "init")]);
    }

    private static Offer MakeReadonly(SyntaxNode node, int position) => new("Make it readonly", nameof(MutableEventFix), Edit.Insert(node.SyntaxTree, position, "readonly "));
}
