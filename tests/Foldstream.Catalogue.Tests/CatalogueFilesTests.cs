using Foldstream.TestKit;

namespace Foldstream.Catalogue.Tests;

public sealed class CatalogueFilesTests
{
    [Fact]
    public void Schemas_graph_and_tables_are_written_once()
    {
        using var folder = new TemporaryFolder();

        var written = CatalogueFiles.Write(Own.Catalogue, folder.Path);

        Assert.Equal(Own.Catalogue.Events.Count + 2, written.Count);
        Assert.True(File.Exists(folder.File("schemas", "scalars-stored.v2.json")));
        Assert.Empty(CatalogueFiles.Write(Own.Catalogue, folder.Path));
    }

    [Fact]
    public Task The_graph() => Verifier.Verify(MermaidGraph.Of(Own.Catalogue));

    [Fact]
    public Task The_tables() => Verifier.Verify(MarkdownTables.Of(Own.Catalogue));

    [Fact]
    public Task A_schema() => Verifier.Verify(JsonSchema.Of(Own.Event("order-placed")));
}
