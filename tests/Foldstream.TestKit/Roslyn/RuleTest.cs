using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.TestKit;

/// <summary>
/// Tests an analyzer, and a fix of what it reports. Sources that do not end in .cs stand beside the code. Sources mark the expected diagnostics: <c>{|FS0001:code|}</c>, or
/// <c>[|code|]</c> when the analyzer has only one. Compiler errors are unexpected unless they are marked or allowed by id.
/// </summary>
public sealed record RuleTest(DiagnosticAnalyzer Analyzer, CodeFixProvider? CodeFix = null)
{
    /// <summary>The project around the sources, its generators included. The default is <see cref="RuleTestDefaults.Options"/>.</summary>
    public CompileOptions Options { get; init; } = RuleTestDefaults.Options;

    /// <summary>Ids of compiler errors that the source may have, wherever they are. The fixed source must not have them. The default is none.</summary>
    public IReadOnlyCollection<string> AllowedErrors { get; init; } = [];

    private string? OnlyId => Analyzer.SupportedDiagnostics.Select(rule => rule.Id).Distinct(StringComparer.Ordinal).ToList() is [var id] ? id : null;

    /// <summary>Fails unless the analyzer reports what is marked, and nothing else, on code that compiles.</summary>
    /// <returns>What was reported, so that a test can look at the messages.</returns>
    public async Task<ImmutableArray<Diagnostic>> VerifyAnalyzerAsync(IReadOnlyList<SourceFile> sources, CancellationToken cancellationToken = default)
    {
        var marked = MarkedSource.Parse(sources, OnlyId);
        using var workspace = RuleWorkspace.Create(Options, marked);
        return await CheckAsync("the source", workspace.Project, marked, AllowedErrors, cancellationToken);
    }

    /// <summary>Applies the fix to one diagnostic after the other, and compares the outcome.</summary>
    /// <param name="sources">The code with its diagnostics marked.</param>
    /// <param name="fixedSources">The code afterwards, with what the fix leaves marked; files that are not listed stay as they were.</param>
    /// <param name="codeActionIndex">Which of the offered actions is applied, from 0.</param>
    /// <param name="cancellationToken">Stops the test.</param>
    public Task VerifyCodeFixAsync(IReadOnlyList<SourceFile> sources, IReadOnlyList<SourceFile> fixedSources, int codeActionIndex = 0, CancellationToken cancellationToken = default) =>
        VerifyAsync(sources, fixedSources, (fixer, project, remaining) => fixer.FixOneByOneAsync(project, remaining, cancellationToken), codeActionIndex, cancellationToken);

    /// <summary>Applies the fix to all diagnostics of the first document that has one, or of the project, at once.</summary>
    /// <inheritdoc cref="VerifyCodeFixAsync"/>
    public Task VerifyFixAllAsync(IReadOnlyList<SourceFile> sources, IReadOnlyList<SourceFile> fixedSources, FixAllScope scope, int codeActionIndex = 0, CancellationToken cancellationToken = default) =>
        VerifyAsync(sources, fixedSources, (fixer, project, _) => fixer.FixAllAsync(project, scope, cancellationToken), codeActionIndex, cancellationToken);

    private async Task VerifyAsync(
        IReadOnlyList<SourceFile> sources, IReadOnlyList<SourceFile> fixedSources, Func<FixRunner, Project, int, Task<Project>> fix, int codeActionIndex, CancellationToken cancellationToken)
    {
        var provider = CodeFix ?? throw new InvalidOperationException($"The test of {Analyzer.GetType().Name} has no code fix to verify.");
        var marked = MarkedSource.Parse(sources, OnlyId);
        var expected = Overlay(marked, MarkedSource.Parse(fixedSources, OnlyId));
        using var workspace = RuleWorkspace.Create(Options, marked);
        await CheckAsync("the source", workspace.Project, marked, AllowedErrors, cancellationToken);

        var fixer = new FixRunner(Analyzer, provider, Options, codeActionIndex);
        var remaining = expected.Sum(source => source.Expected.Count(diagnostic => provider.FixableDiagnosticIds.Contains(diagnostic.Id)));
        var outcome = await fix(fixer, workspace.Project, remaining);

        await RuleWorkspace.CheckTextsAsync(outcome, expected, cancellationToken);
        await CheckAsync("the fixed source", outcome, expected, [], cancellationToken);
    }

    private async Task<ImmutableArray<Diagnostic>> CheckAsync(
        string what, Project project, IReadOnlyList<MarkedSource> marked, IReadOnlyCollection<string> allowedErrors, CancellationToken cancellationToken)
    {
        var analysis = await Analysis.RunAsync(project, Analyzer, Options, cancellationToken);
        Expectations.Check(what, marked, [.. analysis.Errors.Where(error => !allowedErrors.Contains(error.Id)), .. analysis.Findings]);
        return analysis.Findings;
    }

    private static MarkedSource[] Overlay(MarkedSource[] sources, MarkedSource[] changed) =>
        [.. sources.Where(source => !changed.Any(change => change.File.Path == source.File.Path)), .. changed];
}
