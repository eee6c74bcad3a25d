using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.TestKit;

/// <summary>Compiles the sources of a test in memory, with the newest C# that the compiler package knows.</summary>
public static class Compile
{
    internal static SourceFile ImplicitUsings { get; } = new(
        "GlobalUsings.g.cs",
        """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """);

    internal static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Latest);

    /// <summary>A compilation of the sources alone: no generator runs.</summary>
    public static CSharpCompilation Sources(CompileOptions options, params SourceFile[] sources) => CSharpCompilation.Create(
        options.AssemblyName,
        AllSources(options, sources).Select(Parse),
        ProjectReferences.Of(options),
        CompilationOptions(options));

    /// <summary>Compiles the sources and runs the generators of <paramref name="options"/> over them, with every step tracked.</summary>
    public static GeneratorRun Generate(CompileOptions options, params SourceFile[] sources) =>
        GeneratorRun.First(options, Sources(options, sources));

    internal static IEnumerable<SourceFile> AllSources(CompileOptions options, IEnumerable<SourceFile> sources) =>
        options.ImplicitUsings ? SourceFile.Named(sources).Append(ImplicitUsings) : SourceFile.Named(sources);

    internal static SyntaxTree Parse(SourceFile source) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source.Text, System.Text.Encoding.UTF8), ParseOptions, source.Path);

    internal static CSharpCompilationOptions CompilationOptions(CompileOptions options) => new(
        options.OutputKind,
        nullableContextOptions: options.Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable);
}
