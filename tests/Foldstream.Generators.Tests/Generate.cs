using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Foldstream.Generators.Tests;

/// <summary>Runs generators over the sources of a test.</summary>
internal static class Generate
{
    public static CompileOptions EventJson { get; } = new() { AssemblyName = "Bank", RootNamespace = "Bank", Generators = () => [new EventJsonGenerator()] };

    public static CompileOptions FoldsOnly { get; } = Only(new FoldGenerator());

    private static readonly CompileOptions All = EventJson with { Generators = () => [new EventJsonGenerator(), new AggregateGenerator(), new DeciderGenerator(), new FoldGenerator(), new ProjectionGenerator(), new SubscriptionGenerator()] };

    /// <summary>Runs the generator of the catalogue in a project that asks for it.</summary>
    public static GeneratorRun Catalogue(params SourceFile[] sources) => Compile.Generate(
        Only(new CatalogueGenerator()) with { BuildProperties = new Dictionary<string, string> { ["FoldstreamCatalogue"] = "true" } }, [.. sources.Select(WithUsing)]);

    /// <summary>Runs the generator of the catalogue in a project that does not ask for it, with files beside the code.</summary>
    public static GeneratorRun CatalogueBeside(IReadOnlyList<SourceFile> files, params SourceFile[] sources) => Compile.Generate(
        Only(new CatalogueGenerator()) with { AdditionalFiles = files }, [.. sources.Select(WithUsing)]);

    /// <summary>Runs all generators.</summary>
    public static GeneratorRun Everything(params SourceFile[] sources) => Compile.Generate(All, [.. sources.Select(WithUsing)]);

    public static GeneratorRun Aggregates(params SourceFile[] sources) => Compile.Generate(Only(new AggregateGenerator()), [.. sources.Select(WithUsing)]);

    public static GeneratorRun Deciders(params SourceFile[] sources) => Compile.Generate(Only(new DeciderGenerator()), [.. sources.Select(WithUsing)]);

    public static GeneratorRun Projections(params SourceFile[] sources) => Compile.Generate(Only(new ProjectionGenerator()), [.. sources.Select(WithUsing)]);

    public static GeneratorRun Subscriptions(params SourceFile[] sources) => Compile.Generate(Only(new SubscriptionGenerator()), [.. sources.Select(WithUsing)]);

    public static GeneratorRun Folds(params SourceFile[] sources) => Compile.Generate(FoldsOnly, [.. sources.Select(WithUsing)]);

    public static GeneratorRun Events(params SourceFile[] sources) => Compile.Generate(EventJson, [.. sources.Select(WithUsing)]);

    public static IEnumerable<string> HintNames(this GeneratorRun run) =>
        run.Result.Results.SelectMany(generator => generator.GeneratedSources).Select(source => source.HintName);

    /// <summary>Fails when generated code has a warning, undocumented members included.</summary>
    public static GeneratorRun AssertNoWarnings(this GeneratorRun run)
    {
        var documented = run.Output.RemoveAllSyntaxTrees().AddSyntaxTrees(run.Output.SyntaxTrees.Select(Diagnosed));
        Assert.Empty(documented.GetDiagnostics(TestContext.Current.CancellationToken).Where(diagnostic =>
            diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true));
        return run;
    }

    private static CompileOptions Only(IIncrementalGenerator generator) => EventJson with { Generators = () => [generator] };

    private static SyntaxTree Diagnosed(SyntaxTree tree) =>
        tree.WithRootAndOptions(tree.GetRoot(TestContext.Current.CancellationToken), ((CSharpParseOptions)tree.Options).WithDocumentationMode(DocumentationMode.Diagnose));

    private static SourceFile WithUsing(SourceFile source) => source with { Text = "using Foldstream;\n" + source.Text };
}
