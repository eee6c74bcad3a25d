using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Gives an upcaster the right shape where that changes nothing of its body: static, reachable, without a version that is told twice.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class UpcasterShapeFix() : Fix(RuleIds.UpcasterShape)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<MethodDeclarationSyntax>() is not { } method)
            yield break;
        switch (finding.Property(nameof(UpcasterProblem)))
        {
            case nameof(UpcasterProblem.NotStatic) when !method.Modifiers.Any(IsOfInstances):
                yield return new Offer("Add 'static'", "Static", [.. IsReachable(finding.Model, method) ? [] : MakeInternal(method), Edit.Insert(method.SyntaxTree, method.ReturnType.SpanStart, "static ")]);
                break;
            case nameof(UpcasterProblem.Unreachable):
                yield return new Offer("Make it internal", "MakeInternal", [.. MakeInternal(method)]);
                break;
            case nameof(UpcasterProblem.NeedlessFrom) when FindArguments(finding.Model, method) is { } arguments:
                yield return new Offer("Remove the version", "RemoveFrom", Edit.Replace(arguments, ""));
                break;
        }
    }

    private static IEnumerable<Edit> MakeInternal(MethodDeclarationSyntax method) =>
        Accessibilities.MakeInternal(method, method.Modifiers, method.Modifiers.Count > 0 ? method.Modifiers[0].SpanStart : method.ReturnType.SpanStart);

    private static bool IsReachable(SemanticModel model, MethodDeclarationSyntax method) =>
        model.GetDeclaredSymbol(method) is IMethodSymbol symbol && UpcasterShape.IsReachable(symbol);

    private static bool IsOfInstances(SyntaxToken modifier) =>
        modifier.Kind() is SyntaxKind.VirtualKeyword or SyntaxKind.AbstractKeyword or SyntaxKind.OverrideKeyword or SyntaxKind.ReadOnlyKeyword;

    private static AttributeArgumentListSyntax? FindArguments(SemanticModel model, MethodDeclarationSyntax method) =>
        (model.GetDeclaredSymbol(method)?.Find(KnownTypes.UpcastAttribute)?.ApplicationSyntaxReference?.GetSyntax() as AttributeSyntax)?.ArgumentList;
}
