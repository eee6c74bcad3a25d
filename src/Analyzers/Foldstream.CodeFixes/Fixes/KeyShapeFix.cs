using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Foldstream.CodeFixes;

/// <summary>Makes a key static.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class KeyShapeFix() : Fix(RuleIds.KeyShape)
{
    protected override IEnumerable<Offer> Offer(Finding finding)
    {
        if (finding.Property(nameof(KeyProblem)) == nameof(KeyProblem.NotStatic) && finding.Around<MethodDeclarationSyntax>() is { } method)
            yield return new Offer("Add 'static'", nameof(KeyShapeFix), Edit.Insert(method.SyntaxTree, method.ReturnType.SpanStart, "static "));
    }
}
