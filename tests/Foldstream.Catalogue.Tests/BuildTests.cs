using Foldstream.Generators;
using Foldstream.TestKit;

namespace Foldstream.Catalogue.Tests;

/// <summary>The targets of the package in a project of their own, as <c>dotnet build</c> runs them.</summary>
public sealed class BuildTests
{
    private static readonly SourceFile Opened = new("Opened.cs", "[Foldstream.Event(\"opened\")] public sealed record Opened(string Owner);");

    private static readonly CommandLineBuild Project = new()
    {
        References = [typeof(EventAttribute).Assembly.Location],
        Analyzers =
        [
            Repository.Built("src/Generators/Foldstream.Generators", "netstandard2.0", "Foldstream.Generators.dll"),
            Repository.Built("src/Analyzers/Foldstream.Analyzers", "netstandard2.0", "Foldstream.Analyzers.dll"),
        ],
        Imports =
        [
            Path.Combine(Repository.Root, "src/Runtime/Foldstream/buildTransitive/Foldstream.props"),
            Path.Combine(Repository.Root, "src/Runtime/Foldstream/buildTransitive/Foldstream.targets"),
        ],
        Properties = new Dictionary<string, string>
        {
            ["FoldstreamCatalogueTool"] = typeof(ToolRun).Assembly.Location,
            ["TreatWarningsAsErrors"] = "true",
        },
    };

    [Fact]
    public async Task The_baseline_is_written_kept_and_brought_up_to_date()
    {
        using var folder = new TemporaryFolder();
        var cancellation = TestContext.Current.CancellationToken;
        var baseline = Project with { Target = "FoldstreamBaseline" };

        var first = await baseline.RunAsync(folder.Path, [Opened], cancellation);
        Assert.True(first.ExitCode == 0, first.Output);
        Assert.Single(SchemaBaseline.Parse(folder.Read("events", "schema.json")).Events);
        Assert.Equal("{\n  \"owner\": \"owner\"\n}\n", folder.Read("events", "golden", "opened.v1.json"));

        var broken = await Project.RunAsync(folder.Path, [Opened with { Text = Opened.Text.Replace("string", "int", StringComparison.Ordinal) }], cancellation);
        Assert.Equal(["FS0052"], broken.Diagnostics.Select(printed => printed.Id));

        SourceFile[] added = [Opened with { Text = Opened.Text.Replace("Owner", "Owner, string? Note", StringComparison.Ordinal) }];
        var outdated = await Project.RunAsync(folder.Path, added, cancellation);
        Assert.Equal(["FS0056"], outdated.Diagnostics.Select(printed => printed.Id));

        var updated = await baseline.RunAsync(folder.Path, added, cancellation);
        Assert.True(updated.ExitCode == 0, updated.Output);
        Assert.Contains("\"note\"", folder.Read("events", "schema.json"), StringComparison.Ordinal);
        Assert.Equal(0, (await Project.RunAsync(folder.Path, added, cancellation)).ExitCode);
    }

    [Fact]
    public async Task The_catalogue_is_written_where_the_project_asks()
    {
        using var folder = new TemporaryFolder();
        var asking = Project with { Properties = new Dictionary<string, string>(Project.Properties) { ["FoldstreamCatalogue"] = "true", ["FoldstreamCatalogueOutput"] = "docs/events/" } };

        var result = await asking.RunAsync(folder.Path, [Opened], TestContext.Current.CancellationToken);

        Assert.True(result.ExitCode == 0, result.Output);
        Assert.Contains("\"owner\"", folder.Read("docs", "events", "schemas", "opened.v1.json"), StringComparison.Ordinal);
        Assert.StartsWith("flowchart LR", folder.Read("docs", "events", "graph.mmd"), StringComparison.Ordinal);
        Assert.StartsWith("# Events of TestProject", folder.Read("docs", "events", "catalogue.md"), StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.File("events")));
    }

    [Fact]
    public async Task Every_rule_of_the_baseline_is_printed()
    {
        using var folder = new TemporaryFolder();
        folder.Write(
            """
            { "format": 1, "events": {
              "gone": { "1": { "members": {} } },
              "retyped": { "1": { "members": { "value": { "type": "string" } } } },
              "painted": { "1": { "members": { "color": { "type": "#Color", "required": true } }, "types": { "Color": { "enum": ["Red", "Blue"] } } } },
              "raised": { "1": { "members": {} } } } }
            """,
            "events",
            "schema.json");
        SourceFile[] sources =
        [
            new("Retyped.cs", "[Foldstream.Event(\"retyped\")] public sealed record Retyped(int? Value);"),
            new("Painted.cs", "public enum Color { Red } [Foldstream.Event(\"painted\")] public sealed record Painted(Color Color);"),
            new("Raised.cs", "[Foldstream.Event(\"raised\", Version = 2)] public sealed record Raised;"),
        ];

        var result = await Project.RunAsync(folder.Path, sources, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["events/schema.json FS0051", "Painted.cs FS0053", "Raised.cs FS0055", "Raised.cs FS0056", "Retyped.cs FS0052"],
            result.Diagnostics.Select(printed => $"{printed.Origin.Replace('\\', '/')} {printed.Id}").Order(StringComparer.OrdinalIgnoreCase));
        Assert.All(result.Diagnostics, printed => Assert.NotNull(printed.Line));
    }

    [Fact]
    public async Task A_malformed_baseline_is_printed_once_with_its_line()
    {
        using var folder = new TemporaryFolder();
        folder.Write("{\n  \"format\": 2,\n  \"events\": {}\n}\n", "events", "schema.json");

        var result = await Project.RunAsync(folder.Path, [Opened], TestContext.Current.CancellationToken);

        var printed = Assert.Single(result.Diagnostics);
        Assert.Equal(("error", "FS0050", 2), (printed.Severity, printed.Id, printed.Line!.Value));
    }
}
