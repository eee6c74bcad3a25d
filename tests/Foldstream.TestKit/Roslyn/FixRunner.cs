using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.TestKit;

/// <summary>Applies a code fix to a project as an editor does.</summary>
internal sealed class FixRunner(DiagnosticAnalyzer analyzer, CodeFixProvider fix, CompileOptions options, int codeActionIndex)
{
    public async Task<Project> FixOneByOneAsync(Project project, int remaining, CancellationToken cancellationToken)
    {
        var fixable = await FixableAsync(project, cancellationToken);
        RequireSomething(fixable);
        if (fixable.Length <= remaining)
            Assert.Fail("The fixed source marks as many fixable diagnostics as the source, so nothing would be fixed.");
        while (fixable.Length > remaining)
        {
            var action = await OfferedAsync(project, fixable[0], cancellationToken);
            project = await ApplyAsync(project, action, cancellationToken);
            var next = await FixableAsync(project, cancellationToken);
            if (next.Length >= fixable.Length)
                Assert.Fail($"\"{action.Title}\" did not fix {DiagnosticText.Of(fixable[0])}; the code is now:\n{await TextAsync(project, fixable[0], cancellationToken)}");
            fixable = next;
        }

        return project;
    }

    public async Task<Project> FixAllAsync(Project project, FixAllScope scope, CancellationToken cancellationToken)
    {
        var provider = fix.GetFixAllProvider();
        if (provider is null || !provider.GetSupportedFixAllScopes().Contains(scope))
            Assert.Fail($"{fix.GetType().Name} offers no fix-all for the scope {scope}.");
        var fixable = await FixableAsync(project, cancellationToken);
        RequireSomething(fixable);
        var offered = await OfferedAsync(project, fixable[0], cancellationToken);
        var action = await provider.GetFixAsync(Context(project, scope, fixable, offered.EquivalenceKey, cancellationToken));
        if (action is null)
            Assert.Fail($"{fix.GetType().Name} gave no fix-all for the equivalence key {offered.EquivalenceKey ?? "(null)"}.");
        return await ApplyAsync(project, action, cancellationToken);
    }

    private FixAllContext Context(Project project, FixAllScope scope, ImmutableArray<Diagnostic> fixable, string? key, CancellationToken cancellationToken)
    {
        string[] ids = [fixable[0].Id];
        var diagnostics = new Diagnostics(fixable);
        return scope == FixAllScope.Document
            ? new FixAllContext(DocumentOf(project, fixable[0]), fix, scope, key, ids, diagnostics, cancellationToken)
            : new FixAllContext(project, fix, scope, key, ids, diagnostics, cancellationToken);
    }

    private async Task<ImmutableArray<Diagnostic>> FixableAsync(Project project, CancellationToken cancellationToken)
    {
        var analysis = await Analysis.RunAsync(project, analyzer, options, cancellationToken);
        return [.. analysis.Errors.Concat(analysis.Findings).Where(diagnostic => fix.FixableDiagnosticIds.Contains(diagnostic.Id)).InSourceOrder()];
    }

    private async Task<CodeAction> OfferedAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var actions = new List<CodeAction>();
        await fix.RegisterCodeFixesAsync(new CodeFixContext(DocumentOf(project, diagnostic), diagnostic, (action, _) => actions.Add(action), cancellationToken));
        var offered = actions.SelectMany(action => action.NestedActions.IsEmpty ? [action] : action.NestedActions).ToList();
        if (codeActionIndex >= offered.Count)
            Assert.Fail($"{fix.GetType().Name} offers {offered.Count} actions for {DiagnosticText.Of(diagnostic)}, so there is none of index {codeActionIndex}: {string.Join(", ", offered.Select(action => $"\"{action.Title}\""))}");
        return offered[codeActionIndex];
    }

    private static async Task<Project> ApplyAsync(Project project, CodeAction action, CancellationToken cancellationToken)
    {
        var operations = await action.GetOperationsAsync(cancellationToken);
        return operations.OfType<ApplyChangesOperation>().Single().ChangedSolution.GetProject(project.Id)!;
    }

    private void RequireSomething(ImmutableArray<Diagnostic> fixable)
    {
        if (fixable.IsEmpty)
            Assert.Fail($"Nothing in the source is fixable by {fix.GetType().Name}, which fixes: {string.Join(", ", fix.FixableDiagnosticIds)}.");
    }

    private static Document DocumentOf(Project project, Diagnostic diagnostic) =>
        project.GetDocument(diagnostic.Location.SourceTree)
        ?? throw new InvalidOperationException($"A diagnostic outside of the sources cannot be fixed: {DiagnosticText.Of(diagnostic)}");

    private static async Task<string> TextAsync(Project project, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var document = project.Documents.First(candidate => candidate.FilePath == diagnostic.Location.SourceTree!.FilePath);
        return (await document.GetTextAsync(cancellationToken)).ToString();
    }

    private sealed class Diagnostics(ImmutableArray<Diagnostic> all) : FixAllContext.DiagnosticProvider
    {
        public override Task<IEnumerable<Diagnostic>> GetAllDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult<IEnumerable<Diagnostic>>(all);

        public override Task<IEnumerable<Diagnostic>> GetDocumentDiagnosticsAsync(Document document, CancellationToken cancellationToken) =>
            Task.FromResult(all.Where(diagnostic => diagnostic.Location.SourceTree!.FilePath == document.FilePath));

        public override Task<IEnumerable<Diagnostic>> GetProjectDiagnosticsAsync(Project project, CancellationToken cancellationToken) =>
            Task.FromResult(all.Where(diagnostic => !diagnostic.Location.IsInSource));
    }
}
