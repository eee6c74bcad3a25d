using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Gives a handler the right shape where that changes nothing of its body: static or not, what it returns, async.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class HandlerShapeFix() : Fix(RuleIds.HandlerShape, RuleIds.SubscriberHandlerShape)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<MethodDeclarationSyntax>() is not { } method)
            yield break;
        var isStatic = method.Modifiers.FirstOrDefault(modifier => modifier.IsKind(SyntaxKind.StaticKeyword));
        switch (finding.Property(nameof(HandlerProblem)))
        {
            case nameof(HandlerProblem.WrongStatic) when isStatic.IsKind(SyntaxKind.StaticKeyword):
                yield return new Offer("Remove 'static'", nameof(HandlerShapeFix), Edit.Remove(isStatic));
                break;
            case nameof(HandlerProblem.WrongStatic):
                yield return new Offer("Add 'static'", nameof(HandlerShapeFix), Edit.Insert(method.SyntaxTree, method.ReturnType.SpanStart, "static "));
                break;
            case nameof(HandlerProblem.WrongReturn) when method.Identifier.ValueText != DeciderShape.EvolveMethod && CanReturnNothing(method):
                yield return new Offer("Return nothing", nameof(HandlerShapeFix), [Edit.Replace(method.ReturnType, "void"), .. method.Modifiers.Where(IsAsync).Select(token => Edit.Remove(token))]);
                break;
        }
    }

    private static bool IsAsync(SyntaxToken modifier) => modifier.IsKind(SyntaxKind.AsyncKeyword);

    private static bool CanReturnNothing(MethodDeclarationSyntax method) =>
        !method.DescendantNodes().Any(node => node is AwaitExpressionSyntax or YieldStatementSyntax or ReturnStatementSyntax { Expression: not null })
        && (method.ExpressionBody is null || IsStatement(method.ExpressionBody.Expression));

    private static bool IsStatement(ExpressionSyntax expression) =>
        expression is AssignmentExpressionSyntax or InvocationExpressionSyntax or ObjectCreationExpressionSyntax or ThrowExpressionSyntax
        || expression.Kind() is SyntaxKind.PreIncrementExpression or SyntaxKind.PreDecrementExpression
            or SyntaxKind.PostIncrementExpression or SyntaxKind.PostDecrementExpression;
}
