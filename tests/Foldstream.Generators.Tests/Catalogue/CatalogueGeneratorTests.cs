using System.Reflection;
using Microsoft.CodeAnalysis;

namespace Foldstream.Generators.Tests;

public sealed class CatalogueGeneratorTests
{
    private const string Opened = "[Event(\"opened\")] public sealed record Opened(string Owner);";

    [Fact]
    public void Nothing_is_written_where_nobody_asks() =>
        Assert.Empty(Generate.CatalogueBeside([], Opened).HintNames());

    [Fact]
    public void It_is_written_where_the_project_asks() =>
        Assert.Equal(["Catalogue.g.cs"], Generate.Catalogue(Opened).HintNames());

    [Theory]
    [InlineData("events/schema.json")]
    [InlineData("/home/me/bank/events/schema.json")]
    [InlineData(@"C:\bank\events\schema.json")]
    public void It_is_written_where_the_project_keeps_a_baseline(string path) =>
        Assert.Equal(["Catalogue.g.cs"], Generate.CatalogueBeside([new SourceFile(path, "{}")], Opened).HintNames());

    [Theory]
    [InlineData("schema.json")]
    [InlineData("otherevents/schema.json")]
    [InlineData("events/schema.json.txt")]
    public void Another_file_is_no_baseline(string path) =>
        Assert.Empty(Generate.CatalogueBeside([new SourceFile(path, "{}")], Opened).HintNames());

    [Fact]
    public void The_assembly_carries_what_can_be_read_again()
    {
        var run = Generate.Catalogue("namespace Bank;", Opened, "[Event(\"a\\\"\\\\\\u2028é😀\")] public sealed record Odd;").AssertCompiles();
        var attribute = run.Output.Assembly.GetAttributes().Single(candidate => candidate.AttributeClass!.Name == nameof(AssemblyMetadataAttribute));

        Assert.Equal(EventCatalogue.MetadataKey, attribute.ConstructorArguments[0].Value);
        var text = (string)attribute.ConstructorArguments[1].Value!;
        var catalogue = EventCatalogue.Parse(text);
        Assert.Equal("Bank", catalogue.Assembly);
        Assert.Equal(["a\"\\\u2028é😀", "opened"], catalogue.Events.Select(known => known.Schema.Name));
        Assert.Equal(text.TrimEnd('\n'), catalogue.ToText().TrimEnd('\n'));
    }

    [Fact]
    public void What_cannot_be_stored_or_served_is_left_out()
    {
        var run = Generate.Catalogue(
            "[Event(\"opened\")] public sealed record Opened(object Owner); [Aggregate(\"account\")] public sealed class Account { void Apply(Opened e) { } }",
            "[Event(\"\")] public sealed record Nameless; [Aggregate(\"?\")] public sealed partial class Strange { }");

        Assert.Contains("\"events\": {}", run.Generated("Catalogue.g.cs"));
        Assert.Contains("\"handlers\": {}", run.Generated("Catalogue.g.cs"));
    }

    [Fact]
    public void The_model_holds_values_only()
    {
        ModelShape.AssertNoRoslynTypes(typeof(EventCatalogue));
        ModelShape.AssertValueEquality(typeof(EventCatalogue));
        ModelShape.AssertValueEquality(typeof(CatalogueTypes));
    }
}
