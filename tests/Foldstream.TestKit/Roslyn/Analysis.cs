using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.TestKit;

/// <summary>What the compiler, the generators and an analyzer have to say about a project.</summary>
/// <param name="Errors">Errors of the compiler and of generators.</param>
/// <param name="Findings">What the analyzer reported, in source order.</param>
internal sealed record Analysis(ImmutableArray<Diagnostic> Errors, ImmutableArray<Diagnostic> Findings)
{
    public static async Task<Analysis> RunAsync(Project project, DiagnosticAnalyzer analyzer, CompileOptions options, CancellationToken cancellationToken)
    {
        // The workspace swallows what its generators report, so they run here, over the very trees of the workspace's documents.
        var input = (CSharpCompilation)(await project.WithAnalyzerReferences([]).GetCompilationAsync(cancellationToken))!;
        var run = GeneratorRun.First(options, input);
        var findings = await run.Output
            .WithAnalyzers([analyzer], new AnalyzerOptions(project.AnalyzerOptions.AdditionalFiles, new BuildProperties(options)))
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        return new Analysis([.. run.Errors().InSourceOrder()], [.. findings.InSourceOrder()]);
    }
}
