using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Foldstream.CodeFixes;

/// <summary>Applies one kind of offer to all findings of a document, a project or the solution.</summary>
internal sealed class FixEverywhere : FixAllProvider
{
    public static FixEverywhere Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext context) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Fix all",
        async cancellationToken =>
        {
            var edits = await CollectAsync(context, cancellationToken).ConfigureAwait(false);
            return await Edit.ApplyAsync(context.Solution, edits, cancellationToken).ConfigureAwait(false);
        },
        context.CodeActionEquivalenceKey));

    private static async Task<List<Edit>> CollectAsync(FixAllContext context, CancellationToken cancellationToken)
    {
        var edits = new List<Edit>();
        foreach (var diagnostic in await FindAsync(context).ConfigureAwait(false))
        {
            if (context.Solution.GetDocument(diagnostic.Location.SourceTree) is not { } document)
                continue;
            var offers = await ((Fix)context.CodeFixProvider).OfferAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
            edits.AddRange(offers.Where(offer => offer.Key == context.CodeActionEquivalenceKey).SelectMany(offer => offer.Edits));
        }

        return edits;
    }

    private static async Task<IEnumerable<Diagnostic>> FindAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document)
            return await context.GetDocumentDiagnosticsAsync(context.Document!).ConfigureAwait(false);
        var projects = context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects;
        var found = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var project in projects)
            found.AddRange(await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false));
        return found;
    }
}
