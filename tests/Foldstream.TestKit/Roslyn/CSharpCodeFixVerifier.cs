using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.TestKit;

/// <summary>Tests of an analyzer and its fix, in the calls of Microsoft.CodeAnalysis.Testing.</summary>
public static class CSharpCodeFixVerifier<TAnalyzer, TCodeFix>
    where TAnalyzer : DiagnosticAnalyzer, new()
    where TCodeFix : CodeFixProvider, new()
{
    /// <inheritdoc cref="RuleTest.VerifyAnalyzerAsync"/>
    public static Task<ImmutableArray<Diagnostic>> VerifyAnalyzerAsync(string source, params string[] allowedErrors) =>
        CSharpAnalyzerVerifier<TAnalyzer>.VerifyAnalyzerAsync([source], allowedErrors);

    /// <inheritdoc cref="RuleTest.VerifyAnalyzerAsync"/>
    public static Task<ImmutableArray<Diagnostic>> VerifyAnalyzerAsync(IReadOnlyList<SourceFile> sources, params string[] allowedErrors) =>
        CSharpAnalyzerVerifier<TAnalyzer>.VerifyAnalyzerAsync(sources, allowedErrors);

    /// <inheritdoc cref="RuleTest.VerifyCodeFixAsync"/>
    public static Task VerifyCodeFixAsync(string source, string fixedSource, int codeActionIndex = 0, params string[] allowedErrors) =>
        VerifyCodeFixAsync([source], [fixedSource], codeActionIndex, allowedErrors);

    /// <inheritdoc cref="RuleTest.VerifyCodeFixAsync"/>
    public static Task VerifyCodeFixAsync(IReadOnlyList<SourceFile> sources, IReadOnlyList<SourceFile> fixedSources, int codeActionIndex = 0, params string[] allowedErrors) =>
        Test(allowedErrors).VerifyCodeFixAsync(sources, fixedSources, codeActionIndex, TestContext.Current.CancellationToken);

    /// <inheritdoc cref="RuleTest.VerifyFixAllAsync"/>
    public static Task VerifyFixAllAsync(string source, string fixedSource, FixAllScope scope = FixAllScope.Document, params string[] allowedErrors) =>
        VerifyFixAllAsync([source], [fixedSource], scope, allowedErrors);

    /// <inheritdoc cref="RuleTest.VerifyFixAllAsync"/>
    public static Task VerifyFixAllAsync(IReadOnlyList<SourceFile> sources, IReadOnlyList<SourceFile> fixedSources, FixAllScope scope = FixAllScope.Project, params string[] allowedErrors) =>
        Test(allowedErrors).VerifyFixAllAsync(sources, fixedSources, scope, codeActionIndex: 0, TestContext.Current.CancellationToken);

    private static RuleTest Test(string[] allowedErrors) => new(new TAnalyzer(), new TCodeFix()) { AllowedErrors = allowedErrors };
}
