using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.TestKit;

/// <summary>Tests of an analyzer without a fix, in the calls of Microsoft.CodeAnalysis.Testing.</summary>
public static class CSharpAnalyzerVerifier<TAnalyzer>
    where TAnalyzer : DiagnosticAnalyzer, new()
{
    /// <inheritdoc cref="RuleTest.VerifyAnalyzerAsync"/>
    public static Task<ImmutableArray<Diagnostic>> VerifyAnalyzerAsync(string source, params string[] allowedErrors) =>
        VerifyAnalyzerAsync([source], allowedErrors);

    /// <inheritdoc cref="RuleTest.VerifyAnalyzerAsync"/>
    public static Task<ImmutableArray<Diagnostic>> VerifyAnalyzerAsync(IReadOnlyList<SourceFile> sources, params string[] allowedErrors) =>
        new RuleTest(new TAnalyzer()) { AllowedErrors = allowedErrors }.VerifyAnalyzerAsync(sources, TestContext.Current.CancellationToken);
}
