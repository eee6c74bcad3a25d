using Foldstream.Analyzers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Lets a handler of a projector take the transaction that the others take.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class TransactionFix() : Fix(RuleIds.Transaction)
{
    private const string Name = "transaction";

    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Around<MethodDeclarationSyntax>() is not { } method || finding.Type(TransactionRule.MissingProperty) is not { } type)
            yield break;
        var parameters = method.ParameterList.Parameters;
        var code = $"{type.ToMinimalDisplayString(finding.Model, method.SpanStart)} {Name}";
        // A token stays the last.
        var token = parameters.FirstOrDefault(parameter => parameter.Type is { } taken && finding.Model.GetTypeInfo(taken).Type is { Name: nameof(CancellationToken) });
        var edit = token is null
            ? Edit.Insert(method.SyntaxTree, parameters.Last().Span.End, $", {code}")
            : Edit.Insert(method.SyntaxTree, token.SpanStart, $"{code}, ");
        yield return new Offer($"Take the '{type.Name}'", nameof(TransactionFix), edit);
    }
}
