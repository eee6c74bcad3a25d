namespace Foldstream.TestKit;

/// <summary>What the rule tests of one test assembly share.</summary>
public static class RuleTestDefaults
{
    /// <summary>
    /// The project around the sources of <see cref="CSharpAnalyzerVerifier{TAnalyzer}"/> and <see cref="CSharpCodeFixVerifier{TAnalyzer, TCodeFix}"/>.
    /// A test assembly whose sources use generated members sets it once, in a module initializer. The default has no generators.
    /// </summary>
    public static CompileOptions Options { get; set; } = new();
}
