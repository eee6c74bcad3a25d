using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Passes the token at hand.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class UnpassedTokenFix() : Fix(RuleIds.UnpassedToken)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Property(UnpassedTokenRule.ParameterProperty) is not { } parameter || finding.Property(UnpassedTokenRule.TokenProperty) is not { } token)
            yield break;
        if (finding.Around<InvocationExpressionSyntax>() is not { } call || finding.Model.GetSymbolInfo(call).Symbol is not IMethodSymbol method)
            yield break;
        var arguments = call.ArgumentList.Arguments;
        var isNext = arguments.Count == method.Parameters.Length - 1 && arguments.All(argument => argument.NameColon is null) && method.Parameters.Last().Name == parameter;
        var argument = isNext ? token : $"{parameter}: {token}";
        yield return new Offer(
            $"Pass '{token}'",
            nameof(UnpassedTokenFix),
            Edit.Insert(call.SyntaxTree, call.ArgumentList.CloseParenToken.SpanStart, arguments.Count > 0 ? $", {argument}" : argument));
    }
}
