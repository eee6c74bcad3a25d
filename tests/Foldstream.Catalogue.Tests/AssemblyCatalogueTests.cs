namespace Foldstream.Catalogue.Tests;

public sealed class AssemblyCatalogueTests
{
    [Fact]
    public void The_catalogue_of_a_compiled_assembly_is_found()
    {
        Assert.Equal("Foldstream.Catalogue.Tests", Own.Catalogue.Assembly);
        Assert.Equal(
            ["nothing-stored", "order | \"placed\"/é", "order-labelled", "order-placed", "scalars-stored", "tree-planted"],
            Own.Catalogue.Events.Select(known => known.Schema.Name).Order());
        Assert.Equal(["subscription Mailer", "aggregate Order", "projector OrderRows", "projection OrderView"], Own.Catalogue.Handlers.Select(handler => $"{handler.Kind} {handler.ShortType}"));
    }

    [Fact]
    public void An_assembly_without_one_is_an_error_that_tells_the_fix()
    {
        var path = typeof(EventAttribute).Assembly.Location;

        var error = Assert.Throws<ToolException>(() => AssemblyCatalogue.Read(path));

        Assert.Equal($"{path} : error : the assembly carries no catalogue of its events: build it with the generator of Foldstream and <FoldstreamCatalogue>true</FoldstreamCatalogue>", error.Message);
    }

    [Fact]
    public void The_tool_tells_problems_as_the_build_does()
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();

        Assert.Equal(1, ToolRun.Run(["catalogue"], output, errors));
        Assert.Equal("Foldstream.Catalogue : error : usage: catalogue <assembly> <folder> | baseline <assembly> <project folder>", errors.ToString().Trim());
    }
}
