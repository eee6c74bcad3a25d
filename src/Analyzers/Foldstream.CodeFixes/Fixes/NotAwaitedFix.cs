using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Awaits what is dropped, where the code around can wait.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class NotAwaitedFix() : Fix(RuleIds.NotAwaited)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        // What '?.' gives may be null, and null cannot be awaited.
        if (finding.Node.FirstAncestorOrSelf<ExpressionSyntax>() is not { } dropped || dropped is ConditionalAccessExpressionSyntax)
            yield break;
        var function = dropped.Ancestors().FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or BaseMethodDeclarationSyntax or AccessorDeclarationSyntax);
        if (dropped.Ancestors().TakeWhile(node => node != function).OfType<LockStatementSyntax>().Any())
            yield break;
        var wait = Edit.Insert(dropped.SyntaxTree, dropped.SpanStart, "await ");
        if (IsAsync(function, dropped))
            yield return new Offer("Await it", nameof(NotAwaitedFix), wait);
        else if (function is LambdaExpressionSyntax { Parent: ArgumentSyntax } lambda && TakesAsync(lambda, finding.Model))
            yield return new Offer("Await it", nameof(NotAwaitedFix), Edit.Insert(lambda.SyntaxTree, lambda.SpanStart, "async "), wait);
    }

    private static bool IsAsync(SyntaxNode? function, SyntaxNode code) => function switch
    {
        AnonymousFunctionExpressionSyntax lambda => lambda.AsyncKeyword.IsKind(SyntaxKind.AsyncKeyword),
        LocalFunctionStatementSyntax local => local.Modifiers.Any(SyntaxKind.AsyncKeyword),
        MethodDeclarationSyntax method => method.Modifiers.Any(SyntaxKind.AsyncKeyword),
        null => code.FirstAncestorOrSelf<GlobalStatementSyntax>() is not null,
        _ => false,
    };

    // ExecuteAsync takes asynchronous commands beside the others; an 'async' lambda elsewhere would be one that nobody awaits.
    private static bool TakesAsync(SyntaxNode lambda, SemanticModel model) =>
        lambda.FirstAncestorOrSelf<InvocationExpressionSyntax>() is { } call
        && model.GetSymbolInfo(call).Symbol is IMethodSymbol { Name: "ExecuteAsync" } method
        && RuntimeCall.IsOf(method);
}
