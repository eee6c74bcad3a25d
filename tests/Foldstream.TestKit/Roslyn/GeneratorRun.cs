using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Foldstream.TestKit;

/// <summary>What generators made of a compilation. An edit gives the next run of the same driver, so that caching can be observed.</summary>
public sealed partial class GeneratorRun
{
    private GeneratorRun(CSharpCompilation input, GeneratorDriver driver)
    {
        Input = input;
        Driver = driver.RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        Output = output;
        Result = Driver.GetRunResult();
    }

    /// <summary>The sources before generation.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The driver after the run, to be given to <see cref="Verifier.Verify(GeneratorDriver, string)"/>.</summary>
    public GeneratorDriver Driver { get; }

    /// <summary>The sources together with what was generated.</summary>
    public Compilation Output { get; }

    /// <summary>What each generator produced and reported.</summary>
    public GeneratorDriverRunResult Result { get; }

    /// <summary>The text of a generated file.</summary>
    /// <exception cref="ArgumentException">No generator wrote a file of this hint name.</exception>
    public string Generated(string hintName)
    {
        var sources = Result.Results.SelectMany(generator => generator.GeneratedSources).ToList();
        var source = sources.Find(candidate => candidate.HintName == hintName);
        return source.HintName is not null
            ? source.SourceText.ToString()
            : throw new ArgumentException($"{hintName} was not generated, but: {string.Join(", ", sources.Select(candidate => candidate.HintName))}.", nameof(hintName));
    }

    /// <summary>Fails when the output does not compile, or when a generator failed or reported an error.</summary>
    /// <returns>This run.</returns>
    public GeneratorRun AssertCompiles()
    {
        var errors = Errors().ToList();
        if (errors.Count > 0)
            Assert.Fail("The output does not compile:\n" + DiagnosticText.Lines(errors.Select(DiagnosticText.Of)));
        return this;
    }

    /// <summary>Adds a file, or replaces the one of the same path, and runs again.</summary>
    public GeneratorRun WithSource(string path, string text)
    {
        var tree = Compile.Parse(new SourceFile(path, text));
        var existing = Input.SyntaxTrees.SingleOrDefault(candidate => candidate.FilePath == path);
        return new GeneratorRun(existing is null ? Input.AddSyntaxTrees(tree) : Input.ReplaceSyntaxTree(existing, tree), Driver);
    }

    /// <summary>Replaces a piece of code that occurs exactly once in all sources, and runs again.</summary>
    /// <exception cref="ArgumentException">The code does not occur, or more than once.</exception>
    public GeneratorRun Replace(string code, string replacement)
    {
        var trees = Input.SyntaxTrees.Where(tree => tree.ToString().Contains(code, StringComparison.Ordinal)).ToList();
        if (trees is not [var edited] || edited.ToString().Split(code).Length != 2)
            throw new ArgumentException($"The code to replace has to occur exactly once in the sources: {code}", nameof(code));
        return WithSource(edited.FilePath, edited.ToString().Replace(code, replacement, StringComparison.Ordinal));
    }

    internal static GeneratorRun First(CompileOptions options, CSharpCompilation input) => new(input, CSharpGeneratorDriver.Create(
        options.Generators().Select(GeneratorExtensions.AsSourceGenerator),
        additionalTexts: options.AdditionalFiles.Select(file => new FileBesideCode(file)),
        parseOptions: Compile.ParseOptions,
        optionsProvider: new BuildProperties(options),
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)));

    // A generator that throws is a mere warning (CS8785) to the compiler, and its whole output is lost.
    internal IEnumerable<Diagnostic> Errors() => Output.GetDiagnostics()
        .Concat(Result.Diagnostics)
        .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || diagnostic.Id == "CS8785");
}
