using Foldstream.Generators;
using Foldstream.TestKit;
using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.BaselineRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class BaselineRuleTests
{
    private const string Opened = "[Event(\"opened\")] public sealed record Opened(string Owner);";

    [Fact]
    public async Task Nothing_is_told_where_there_is_no_baseline() =>
        await Verify.VerifyAnalyzerAsync("using Foldstream;\n" + Opened);

    [Fact]
    public async Task Nothing_is_told_where_events_are_as_the_baseline_knows_them() =>
        await Verify.VerifyAnalyzerAsync(["using Foldstream;\n" + Opened, Baselines.Of(Opened)]);

    [Fact]
    public async Task A_removed_event_is_told_in_the_file()
    {
        var baseline = Baselines.Of(Opened + "\n[Event(\"closed\")] public sealed record Closed;");
        var marked = baseline with { Text = baseline.Text.Replace("\"closed\"", "{|FS0051:\"closed\"|}", StringComparison.Ordinal) };

        var found = await Verify.VerifyAnalyzerAsync(["using Foldstream;\n" + Opened, marked]);

        Assert.Equal("Event 'closed' may be stored, and was removed or renamed, so that it cannot be read: give an event this stored name, or remove it from events/schema.json if it was never stored", found[0].Message());
    }

    [Fact]
    public async Task A_renamed_event_is_removed_and_new()
    {
        var marked = Baselines.Of(Opened);
        marked = marked with { Text = marked.Text.Replace("\"opened\"", "{|FS0051:\"opened\"|}", StringComparison.Ordinal) };

        await Verify.VerifyAnalyzerAsync(["using Foldstream;\n[Event(\"account-opened\")] public sealed record {|FS0056:Opened|}(string Owner);", marked]);
    }

    [Fact]
    public async Task A_version_that_went_down_is_told() => await Verify.VerifyAnalyzerAsync(
    [
        "using Foldstream;\n[Event(\"opened\")] public sealed record {|FS0051:{|FS0056:Opened|}|}(string Owner);",
        Baselines.Of("[Event(\"opened\", Version = 2)] public sealed record Opened(string Owner);"),
    ]);

    [Fact]
    public async Task A_changed_member_is_told_where_it_stands()
    {
        var found = await Verify.VerifyAnalyzerAsync(["using Foldstream;\n[Event(\"opened\")] public sealed record Opened(int {|FS0052:Owner|});", Baselines.Of(Opened)]);

        Assert.Equal(
            "Version 1 of event 'opened' may be stored, and member 'owner' was retyped, from 'string' to 'int32': raise the version and write an upcaster from this one, undo the change, or remove the version from events/schema.json if none was ever stored",
            found[0].Message());
    }

    [Fact]
    public async Task A_member_that_went_for_another_is_told_to_be_renamed()
    {
        var found = await Verify.VerifyAnalyzerAsync(["using Foldstream;\n[Event(\"opened\")] public sealed record {|FS0052:Opened|}(string {|FS0052:Holder|});", Baselines.Of(Opened)]);

        Assert.Contains("member 'owner' was removed or renamed (to 'holder', it seems)", found[0].Message());
        Assert.Contains("member 'holder' is newly required", found[1].Message());
    }

    [Fact]
    public async Task What_breaks_inside_of_a_member_is_told_by_its_path()
    {
        const string Before = "public sealed record Line(Price Price); public sealed record Price(decimal Amount);\n[Event(\"ordered\")] public sealed record Ordered(Line[] Lines);";

        var found = await Verify.VerifyAnalyzerAsync(
            ["using Foldstream;\npublic sealed record Line(Price Price); public sealed record Price(string Amount);\n[Event(\"ordered\")] public sealed record Ordered(Line[] {|FS0052:Lines|});", Baselines.Of(Before)]);

        Assert.Contains("member 'lines[].price.amount' was retyped, from 'decimal' to 'string'", found[0].Message());
    }

    [Fact]
    public async Task A_type_that_breaks_at_several_members_is_told_once() => await Verify.VerifyAnalyzerAsync(
    [
        "using Foldstream;\npublic enum Color { Blue }\n[Event(\"painted\")] public sealed record Painted(Color {|FS0053:From|}, Color To);",
        Baselines.Of("public enum Color { Red, Blue }\n[Event(\"painted\")] public sealed record Painted(Color From, Color To);"),
    ]);

    [Fact]
    public async Task A_version_without_an_upcaster_is_told() => await Verify.VerifyAnalyzerAsync(
    [
        "using Foldstream;\n[Event(\"opened\", Version = 2)] public sealed record {|FS0055:{|FS0056:Opened|}|}(int Owner);",
        Baselines.Of(Opened),
    ]);

    [Fact]
    public async Task Every_version_below_those_that_the_code_knows_is_told()
    {
        var found = await Verify.VerifyAnalyzerAsync(
        [
            """
            using Foldstream;
            using System.Text.Json.Nodes;
            [Event("opened", Version = 5)]
            public sealed record {|FS0055:{|FS0055:{|FS0056:Opened|}|}|}(string Owner)
            {
                [Upcast(from: 3)] public static JsonObject ToV4(JsonObject old) => old;
            }
            """,
            OfVersions(1, 2, 3, 4),
        ]);

        Assert.Contains(found, finding => finding.Message() == "Version 1 of event 'opened' may be stored, and cannot be read: write '[Upcast(from: 1)] public static JsonObject FromV1(JsonObject old)', or remove the version from events/schema.json if none was ever stored");
        Assert.Contains(found, finding => finding.Message().StartsWith("Version 2 of event 'opened' may be stored", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_gap_above_a_version_that_the_code_knows_is_told_by_the_rule_of_upcasters() => await Verify.VerifyAnalyzerAsync(
    [
        """
        using Foldstream;
        using System.Text.Json.Nodes;
        [Event("opened", Version = 4)]
        public sealed record {|FS0056:Opened|}(string Owner)
        {
            [Upcast(from: 1)] public static JsonObject ToV2(JsonObject old) => old;
        }
        """,
        OfVersions(1, 2, 3),
    ]);

    [Fact]
    public async Task A_raised_version_with_an_upcaster_needs_the_baseline_told_only() => await Verify.VerifyAnalyzerAsync(
    [
        """
        using Foldstream;
        using System.Text.Json.Nodes;
        [Event("opened", Version = 2)]
        public sealed record {|FS0056:Opened|}(int Owner)
        {
            [Upcast(from: 1)] public static JsonObject ToV2(JsonObject old) => old;
        }
        """,
        Baselines.Of(Opened),
    ]);

    [Fact]
    public async Task An_older_shape_is_held_against_its_own_version() => await Verify.VerifyAnalyzerAsync(
    [
        """
        using Foldstream;
        [Event("opened")] public sealed record OpenedV1(int {|FS0052:Owner|});
        [Event("opened", Version = 2)]
        public sealed record {|FS0056:Opened|}(int Owner)
        {
            [Upcast] public static Opened From(OpenedV1 old) => new(old.Owner);
        }
        """,
        Baselines.Of(Opened),
    ]);

    [Fact]
    public async Task A_rule_is_suppressed_as_every_other() => await Verify.VerifyAnalyzerAsync(
    [
        """
        using Foldstream;
        #pragma warning disable FS0052
        [Event("opened")] public sealed record Opened(int Owner);
        #pragma warning restore FS0052
        """,
        Baselines.Of(Opened),
    ]);

    [Fact]
    public async Task Code_that_does_not_use_events_is_left_alone() =>
        await Verify.VerifyAnalyzerAsync(["public sealed record Opened(string Owner);", Baselines.File("""{ "format": 1, "events": {} }""")]);

    [Fact]
    public async Task An_event_that_cannot_be_stored_is_left_to_the_rules_of_that() =>
        await Verify.VerifyAnalyzerAsync(["using Foldstream;\n[Event(\"opened\")] public sealed record Opened(object Owner);", Baselines.Of(Opened)]);

    private static SourceFile OfVersions(params int[] versions) => Baselines.File(versions
        .Select(version => Baselines.Schemas($"[Event(\"opened\", Version = {version})] public sealed record Opened(string Owner);")[0])
        .Aggregate(SchemaBaseline.Empty, (baseline, schema) => baseline.With(schema))
        .ToText());
}
