using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace Foldstream.TestKit;

/// <summary>The project of a rule test as an editor holds it, so that code fixes can change it.</summary>
internal static class RuleWorkspace
{
    public static OpenedWorkspace Create(CompileOptions options, IEnumerable<MarkedSource> sources)
    {
        var workspace = new AdhocWorkspace();
        var id = ProjectId.CreateNewId();
        var files = Compile.AllSources(options, sources.Select(source => source.File)).ToLookup(file => file.IsCode);
        var info = ProjectInfo.Create(
            id,
            VersionStamp.Create(),
            options.AssemblyName,
            options.AssemblyName,
            LanguageNames.CSharp,
            compilationOptions: Compile.CompilationOptions(options),
            parseOptions: Compile.ParseOptions,
            documents: files[true].Select(file => Document(id, file)),
            metadataReferences: ProjectReferences.Of(options),
            analyzerReferences: [new GeneratorReference(options)])
            .WithAdditionalDocuments(files[false].Concat(options.AdditionalFiles).Select(file => Document(id, file)))
            .WithAnalyzerConfigDocuments([Document(id, new SourceFile("/.globalconfig", new BuildProperties(options).ToGlobalConfig()))]);
        return new OpenedWorkspace(workspace, workspace.AddProject(info));
    }

    public static async Task CheckTextsAsync(Project project, IReadOnlyList<MarkedSource> expected, CancellationToken cancellationToken)
    {
        // A document that a fix adds has a name, but no path.
        var documents = project.Documents.Concat(project.AdditionalDocuments).ToDictionary(document => document.FilePath ?? document.Name, StringComparer.Ordinal);
        documents.Remove(Compile.ImplicitUsings.Path);
        foreach (var source in expected)
        {
            if (!documents.Remove(source.File.Path, out var document))
                Assert.Fail($"The fix did not create {source.File.Path}.");
            var actual = (await document.GetTextAsync(cancellationToken)).ToString();
            if (actual.ReplaceLineEndings("\n") != source.File.Text.ReplaceLineEndings("\n"))
                Assert.Fail($"{source.File.Path} is not as expected after the fix.\nExpected:\n{source.File.Text}\nActual:\n{actual}");
        }

        if (documents.Count > 0)
            Assert.Fail($"The fix created files that are not expected: {string.Join(", ", documents.Keys)}.");
    }

    private static DocumentInfo Document(ProjectId project, SourceFile file) => DocumentInfo.Create(
        DocumentId.CreateNewId(project),
        file.Path,
        loader: TextLoader.From(TextAndVersion.Create(SourceText.From(file.Text, System.Text.Encoding.UTF8), VersionStamp.Create())),
        filePath: file.Path);

    internal sealed record OpenedWorkspace(AdhocWorkspace Workspace, Project Project) : IDisposable
    {
        public void Dispose() => Workspace.Dispose();
    }

    /// <summary>Brings the generators into the workspace, so that a fix sees generated members.</summary>
    private sealed class GeneratorReference(CompileOptions options) : AnalyzerReference
    {
        // Made once: the workspace knows a generator by its instance.
        private readonly ImmutableArray<ISourceGenerator> _generators = [.. options.Generators().Select(GeneratorExtensions.AsSourceGenerator)];

        public override string FullPath => "Generators";

        public override object Id => this;

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<ISourceGenerator> GetGeneratorsForAllLanguages() => _generators;

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => _generators;
    }
}
