using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace Foldstream.TestKit.Tests;

/// <summary>Offers two capital names; a name that holds "broken" it leaves as it is.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal class ToyCodeFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds => ["TOY001"];

    public override FixAllProvider? GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var suffix in new[] { "", "Type" })
            context.RegisterCodeFix(
                CodeAction.Create($"Capitalize{suffix}", cancellation => FixAsync(context, suffix, cancellation), equivalenceKey: $"capital{suffix}"),
                context.Diagnostics);
        return Task.CompletedTask;
    }

    private static async Task<Document> FixAsync(CodeFixContext context, string suffix, CancellationToken cancellationToken)
    {
        var editor = await DocumentEditor.CreateAsync(context.Document, cancellationToken);
        var type = editor.OriginalRoot.FindNode(context.Span).FirstAncestorOrSelf<BaseTypeDeclarationSyntax>()!;
        var name = type.Identifier.Text;
        if (!name.Contains("broken", StringComparison.Ordinal))
            editor.ReplaceNode(type, type.WithIdentifier(SyntaxFactory.Identifier(ToyAnalyzer.Capitalized(name) + suffix).WithTriviaFrom(type.Identifier)));
        return editor.GetChangedDocument();
    }
}
