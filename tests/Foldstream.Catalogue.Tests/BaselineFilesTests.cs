using Foldstream.Generators;

namespace Foldstream.Catalogue.Tests;

public sealed class BaselineFilesTests
{
    private const string Owner = "\"owner\": { \"type\": \"string\", \"required\": true }";

    [Fact]
    public void The_first_run_writes_baseline_and_payloads_and_the_second_nothing()
    {
        using var folder = new TemporaryFolder();
        var catalogue = Catalogue(Owner);

        Assert.Equal([folder.File("events", "schema.json"), folder.File("events", "golden", "opened.v1.json")], BaselineFiles.Write(catalogue, folder.Path));
        Assert.Empty(BaselineFiles.Write(catalogue, folder.Path));
        Assert.Equal("{\n  \"owner\": \"owner\"\n}\n", folder.Read("events", "golden", "opened.v1.json"));
    }

    [Fact]
    public void A_payload_is_never_written_again()
    {
        using var folder = new TemporaryFolder();
        folder.Write("{ \"owner\": \"Ann\" }", "events", "golden", "opened.v1.json");

        BaselineFiles.Write(Catalogue(Owner), folder.Path);

        Assert.Equal("{ \"owner\": \"Ann\" }", folder.Read("events", "golden", "opened.v1.json"));
    }

    [Fact]
    public void Older_versions_stay_in_the_baseline()
    {
        using var folder = new TemporaryFolder();
        BaselineFiles.Write(Catalogue(Owner), folder.Path);

        BaselineFiles.Write(Catalogue("\"holder\": { \"type\": \"string\" }", version: 2), folder.Path);

        var baseline = SchemaBaseline.Parse(folder.Read("events", "schema.json"));
        Assert.Equal([1, 2], baseline.Find("opened")!.Versions.Select(version => version.Version));
        Assert.Equal("owner", Assert.Single(baseline.Find("opened", 1)!.Members).Name);
        Assert.True(File.Exists(folder.File("events", "golden", "opened.v2.json")));
    }

    [Fact]
    public void Events_that_are_gone_stay_in_the_baseline()
    {
        using var folder = new TemporaryFolder();
        BaselineFiles.Write(Catalogue(Owner), folder.Path);

        BaselineFiles.Write(Catalogue(Owner, name: "closed"), folder.Path);

        Assert.Equal(["closed", "opened"], SchemaBaseline.Parse(folder.Read("events", "schema.json")).Events.Select(known => known.Name));
    }

    [Fact]
    public void An_addition_is_taken_in()
    {
        using var folder = new TemporaryFolder();
        BaselineFiles.Write(Catalogue(Owner), folder.Path);

        Assert.Equal([folder.File("events", "schema.json")], BaselineFiles.Write(Catalogue(Owner + ", \"note\": { \"type\": \"string\", \"nullable\": true }"), folder.Path));
    }

    [Fact]
    public void What_is_stored_alike_is_not_written_again()
    {
        using var folder = new TemporaryFolder();
        BaselineFiles.Write(Catalogue(Owner + ", \"age\": { \"type\": \"int32\" }"), folder.Path);

        Assert.Empty(BaselineFiles.Write(Catalogue("\"age\": { \"type\": \"int32\" }, " + Owner), folder.Path));
    }

    [Fact]
    public void What_breaks_is_refused_and_nothing_is_written()
    {
        using var folder = new TemporaryFolder();
        BaselineFiles.Write(Catalogue(Owner), folder.Path);
        var before = folder.Read("events", "schema.json");

        var error = Assert.Throws<ToolException>(() => BaselineFiles.Write(Catalogue("\"owner\": { \"type\": \"int32\", \"required\": true }"), folder.Path));

        Assert.Equal(
            [$"{folder.File("events", "schema.json")} : error FS0052: version 1 of event 'opened' may be stored already, and member 'owner' was retyped, from 'string' to 'int32': raise the version, or remove it from the file if it was never stored"],
            error.Problems);
        Assert.Equal(before, folder.Read("events", "schema.json"));
    }

    [Fact]
    public void A_malformed_baseline_is_told_with_its_place()
    {
        using var folder = new TemporaryFolder();
        folder.Write("{\n  \"format\": 1,\n  \"events\": []\n}\n", "events", "schema.json");

        var error = Assert.Throws<ToolException>(() => BaselineFiles.Write(Catalogue(Owner), folder.Path));

        Assert.Equal([$"{folder.File("events", "schema.json")}(3,13): error FS0050: an object is expected"], error.Problems);
    }

    [Fact]
    public void Ends_of_lines_that_a_checkout_made_are_left_alone()
    {
        using var folder = new TemporaryFolder();
        BaselineFiles.Write(Catalogue(Owner), folder.Path);
        folder.Write(folder.Read("events", "schema.json").Replace("\n", "\r\n", StringComparison.Ordinal), "events", "schema.json");

        Assert.Empty(BaselineFiles.Write(Catalogue(Owner), folder.Path));
    }

    [Fact]
    public void A_name_that_no_file_may_have_is_escaped() =>
        Assert.Equal("order%20%7C%20%22placed%22%2F%C3%A9.v1.json", EventFileName.Of(Own.Event("order | \"placed\"/é").Schema));

    private static EventCatalogue Catalogue(string members, string name = "opened", int version = 1) => EventCatalogue.Parse(
        $$$"""{ "format": 1, "assembly": "Bank", "events": { "{{{name}}}": { "{{{version}}}": { "type": "Bank.Opened", "members": { {{{members}}} } } } }, "handlers": {} }""");
}
