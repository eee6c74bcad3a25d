using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace Foldstream.CodeFixes;

/// <summary>Brings the baselines of a document, a project or the solution up to date at once: a file of its own for each project.</summary>
internal sealed class BaselineFixEverywhere : FixAllProvider
{
    public static BaselineFixEverywhere Instance { get; } = new();

    public override IEnumerable<FixAllScope> GetSupportedFixAllScopes() => [FixAllScope.Document, FixAllScope.Project, FixAllScope.Solution];

    public override Task<CodeAction?> GetFixAsync(FixAllContext context) => Task.FromResult<CodeAction?>(CodeAction.Create(
        "Fix all",
        async cancellation =>
        {
            var solution = context.Solution;
            foreach (var (project, found) in await FindAsync(context).ConfigureAwait(false))
                solution = await BaselineFix.UpdateAsync(solution.GetProject(project)!, found, cancellation).ConfigureAwait(false);
            return solution;
        },
        context.CodeActionEquivalenceKey));

    private static async Task<IReadOnlyList<(ProjectId Project, ImmutableArray<Diagnostic> Found)>> FindAsync(FixAllContext context)
    {
        if (context.Scope == FixAllScope.Document)
            return [(context.Project.Id, await context.GetDocumentDiagnosticsAsync(context.Document!).ConfigureAwait(false))];
        var found = new List<(ProjectId, ImmutableArray<Diagnostic>)>();
        foreach (var project in context.Scope == FixAllScope.Project ? [context.Project] : context.Solution.Projects)
            found.Add((project.Id, await context.GetAllDiagnosticsAsync(project).ConfigureAwait(false)));
        return found;
    }
}
