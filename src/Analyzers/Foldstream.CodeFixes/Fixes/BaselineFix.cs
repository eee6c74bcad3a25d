using System.Collections.Immutable;
using Foldstream.Analyzers;
using Foldstream.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.CodeFixes;

/// <summary>Writes what is new of events into <c>events/schema.json</c>; what breaks is never found by this rule, so never written.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp)]
internal sealed class BaselineFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(RuleIds.OutdatedBaseline);

    public override FixAllProvider GetFixAllProvider() => BaselineFixEverywhere.Instance;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var action = CodeAction.Create(
                $"Update {SchemaBaseline.File}",
                cancellation => UpdateAsync(context.Document.Project, [diagnostic], cancellation),
                nameof(BaselineFix));
            context.RegisterCodeFix(action, diagnostic);
        }

        return Task.CompletedTask;
    }

    /// <summary>The solution with what was found written into the project's baseline.</summary>
    public static async Task<Solution> UpdateAsync(Project project, IEnumerable<Diagnostic> diagnostics, CancellationToken cancellation)
    {
        var compilation = await project.GetCompilationAsync(cancellation).ConfigureAwait(false);
        var file = project.AdditionalDocuments.FirstOrDefault(document => document.FilePath is { } path && SchemaBaseline.Is(path));
        if (compilation is null || file is null)
            return project.Solution;
        var text = await file.GetTextAsync(cancellation).ConfigureAwait(false);
        var updated = diagnostics
            .Select(diagnostic => Schema(compilation, diagnostic))
            .OfType<EventSchema>()
            .Aggregate(SchemaBaseline.Parse(text.ToString()), (baseline, schema) => baseline.With(schema));
        return project.Solution.WithAdditionalDocumentText(file.Id, SourceText.From(updated.ToText(), text.Encoding));
    }

    private static EventSchema? Schema(Compilation compilation, Diagnostic diagnostic) =>
        diagnostic.Properties.TryGetValue(BaselineRule.EventProperty, out var id)
        && DocumentationCommentId.GetFirstSymbolForDeclarationId(id!, compilation) is INamedTypeSymbol type
            ? EventSchemaShape.Of(type)
            : null;
}
