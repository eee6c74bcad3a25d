using System.Collections.Immutable;
using Foldstream.TestKit;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Foldstream.Analyzers.Tests;

/// <summary>An assembly that the code under test refers to.</summary>
internal sealed class Library
{
    private readonly MetadataReference _reference;

    private Library(Compilation compilation)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        _reference = MetadataReference.CreateFromImage(image.ToArray());
    }

    /// <summary>Built with the generators, as a user's library is.</summary>
    public static Library Of(string source, string name = "Library") => new(Compile.Generate(Named(name), source).AssertCompiles().Output);

    /// <summary>Built by someone who refers to the runtime alone.</summary>
    public static Library WithoutGenerators(string source) => new(Compile.Sources(Named("Library"), source));

    /// <summary>What a rule says about code that refers to the library.</summary>
    public Task<ImmutableArray<Diagnostic>> AnalyzeAsync(DiagnosticAnalyzer rule, string source) => AnalyzeAsync(rule, source, this);

    /// <summary>What a rule says about code that refers to several libraries.</summary>
    public static async Task<ImmutableArray<Diagnostic>> AnalyzeAsync(DiagnosticAnalyzer rule, string source, params Library[] libraries)
    {
        var options = RuleTestDefaults.Options;
        var input = Compile.Sources(options, source).AddReferences(libraries.Select(library => library._reference));
        CSharpGeneratorDriver
            .Create(options.Generators().Select(GeneratorExtensions.AsSourceGenerator), parseOptions: (CSharpParseOptions)input.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(input, out var output, out _);
        return await output.WithAnalyzers([rule]).GetAnalyzerDiagnosticsAsync(TestContext.Current.CancellationToken);
    }

    private static CompileOptions Named(string assembly) => RuleTestDefaults.Options with { AssemblyName = assembly };
}
