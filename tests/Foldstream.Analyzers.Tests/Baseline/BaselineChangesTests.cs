using Foldstream.Generators;
using Foldstream.TestKit;
using Microsoft.CodeAnalysis;

namespace Foldstream.Analyzers.Tests;

/// <summary>Every kind of change to an event, and what the build says of it: an error where stored events would break, a warning where the baseline has to be told.</summary>
public sealed class BaselineChangesTests
{
    private const string Breaks = RuleIds.BrokenMember;
    private const string BreaksEnum = RuleIds.BrokenEnum;
    private const string Outdated = RuleIds.OutdatedBaseline;
    private const string Nothing = "";

    public static TheoryData<string, string, string, string> Changes => new()
    {
        { "no change", Event("string Owner"), Event("string Owner"), Nothing },
        { "a member removed", Event("string Owner, int Age"), Event("string Owner"), Breaks },
        { "a member renamed", Event("string Owner"), Event("string Holder"), Breaks },
        { "an optional member renamed", Event("string? Owner"), Event("string? Holder"), Breaks },
        { "a member retyped", Event("int Age"), Event("string Age"), Breaks },
        { "a number widened", Event("int Age"), Event("long Age"), Breaks },
        { "a value made a list", Event("int Age"), Event("int[] Age"), Breaks },
        { "an element retyped", Event("int[] Ages"), Event("string[] Ages"), Breaks },
        { "a value of a dictionary retyped", Event("Dictionary<string, int> Ages"), Event("Dictionary<string, string> Ages"), Breaks },
        { "a key retyped", Event("Dictionary<string, int> Ages"), Event("Dictionary<Guid, int> Ages"), Breaks },
        { "a value made an object", Event("decimal Price"), Event("Money Price", "public sealed record Money(decimal Amount);"), Breaks },
        { "an object made an enum", Event("Money Price", "public sealed record Money(decimal Amount);"), Event("Money Price", "public enum Money { Much }"), Breaks },
        { "an enum made a text", Event("Color Paint", "public enum Color { Red }"), Event("string Paint"), Breaks },
        { "a required member added", Event("string Owner"), Event("string Owner, int Age"), Breaks },
        { "a member newly required", Event("int Age = 1"), Event("int Age"), Breaks },
        { "a member no longer nullable", Event("string? Owner"), Event("string Owner"), Breaks },
        { "a number no longer nullable", Event("int? Age"), Event("int Age"), Breaks },
        { "an element no longer nullable", Event("List<string?> Owners"), Event("List<string> Owners"), Breaks },
        { "a member computed from others", Event("string Owner, int Length"), "[Event(\"opened\")] public sealed record Opened(string Owner) { public int Length => Owner.Length; }", Breaks },
        { "a member inside of a member removed", Event("Money Price", "public sealed record Money(decimal Amount, string? Note);"), Event("Money Price", "public sealed record Money(decimal Amount);"), Breaks },
        { "a member inside of an element retyped", Event("Line[] Lines", "public sealed record Line(int Count);"), Event("Line[] Lines", "public sealed record Line(string Count);"), Breaks },
        { "a required member inside of a member added", Event("Money Price", "public sealed record Money(decimal Amount);"), Event("Money Price", "public sealed record Money(decimal Amount, int Digits);"), Breaks },
        { "an enum's member removed", Event("Color Paint", "public enum Color { Red, Blue }"), Event("Color Paint", "public enum Color { Red }"), BreaksEnum },
        { "an enum's member renamed", Event("Color Paint", "public enum Color { Red }"), Event("Color Paint", "public enum Color { Rose }"), BreaksEnum },
        { "an enum's member inside of a list removed", Event("List<Color> Paint", "public enum Color { Red, Blue }"), Event("List<Color> Paint", "public enum Color { Blue }"), BreaksEnum },
        { "an enum's flags removed", Event("Color Paint", "[Flags] public enum Color { Red = 1 }"), Event("Color Paint", "public enum Color { Red = 1 }"), BreaksEnum },
        { "an event inside of an event broken", Event("Moved Move", "[Event(\"moved\")] public sealed record Moved(int To);"), Event("Moved Move", "[Event(\"moved\", Version = 2)] public sealed record Moved(string To) { [Upcast(from: 1)] public static System.Text.Json.Nodes.JsonObject Up(System.Text.Json.Nodes.JsonObject old) => old; }"), Breaks + " " + Outdated },
        { "a case renamed", Event("Shape Form", "[JsonDerivedType(typeof(Dot), \"dot\")] public abstract record Shape; public sealed record Dot : Shape;"), Event("Shape Form", "[JsonDerivedType(typeof(Dot), \"point\")] public abstract record Shape; public sealed record Dot : Shape;"), RuleIds.BrokenDiscriminator },
        { "a discriminator renamed", Event("Shape Form", "[JsonDerivedType(typeof(Dot), \"dot\")] public abstract record Shape; public sealed record Dot : Shape;"), Event("Shape Form", "[JsonPolymorphic(TypeDiscriminatorPropertyName = \"kind\"), JsonDerivedType(typeof(Dot), \"dot\")] public abstract record Shape; public sealed record Dot : Shape;"), RuleIds.BrokenDiscriminator },
        { "a member of a case removed", Event("Shape Form", "[JsonDerivedType(typeof(Dot), \"dot\")] public abstract record Shape; public sealed record Dot(int? X) : Shape;"), Event("Shape Form", "[JsonDerivedType(typeof(Dot), \"dot\")] public abstract record Shape; public sealed record Dot : Shape;"), Breaks },
        { "a member's JSON name changed", Event("[property: JsonPropertyName(\"who\")] string Owner"), Event("string Owner"), Breaks },
        { "a member ignored", Event("string? Owner"), Event("[property: JsonIgnore] string? Owner"), Breaks },
        { "a member no longer read", "[Event(\"opened\")] public sealed record Opened { public string? Owner { get; init; } }", "[Event(\"opened\")] public sealed record Opened { [JsonIgnore(Condition = JsonIgnoreCondition.WhenReading)] public string? Owner { get; init; } }", Breaks },
        { "a case added", Event("Shape Form", "[JsonDerivedType(typeof(Dot), \"dot\")] public abstract record Shape; public sealed record Dot : Shape;"), Event("Shape Form", "[JsonDerivedType(typeof(Dot), \"dot\"), JsonDerivedType(typeof(Line), 2)] public abstract record Shape; public sealed record Dot : Shape; public sealed record Line : Shape;"), Outdated },
        { "a member renamed that keeps its JSON name", Event("string Owner"), Event("[property: JsonPropertyName(\"owner\")] string Holder"), Nothing },
        { "an optional member added", Event("string Owner"), Event("string Owner, string? Note"), Outdated },
        { "a member with a default added", Event("string Owner"), Event("string Owner, int Age = 1"), Outdated },
        { "a settable member added", Event("string Owner"), "[Event(\"opened\")] public sealed record Opened(string Owner) { public int Age { get; init; } }", Outdated },
        { "a member no longer required", Event("int Age"), Event("int Age = 1"), Outdated },
        { "a member that may be null", Event("string Owner"), Event("string? Owner"), Outdated },
        { "an enum's member added", Event("Color Paint", "public enum Color { Red }"), Event("Color Paint", "public enum Color { Red, Blue }"), Outdated },
        { "an enum made flags", Event("Color Paint", "public enum Color { Red = 1 }"), Event("Color Paint", "[Flags] public enum Color { Red = 1 }"), Outdated },
        { "an optional member inside of a member added", Event("Money Price", "public sealed record Money(decimal Amount);"), Event("Money Price", "public sealed record Money(decimal Amount, string? Note);"), Outdated },
        { "a computed member added", Event("string Owner"), "[Event(\"opened\")] public sealed record Opened(string Owner) { public int Length => Owner.Length; }", Outdated },
        { "a computed member removed", "[Event(\"opened\")] public sealed record Opened(string Owner) { public int Length => Owner.Length; }", Event("string Owner"), Outdated },
        { "a computed member retyped", "[Event(\"opened\")] public sealed record Opened(string Owner) { public int Length => 1; }", "[Event(\"opened\")] public sealed record Opened(string Owner) { public string Length => \"\"; }", Outdated },
        { "a computed member stored", "[Event(\"opened\")] public sealed record Opened(string Owner) { public int Length => 1; }", Event("string Owner, int Length"), Outdated },
        { "another event added", Event("string Owner"), Event("string Owner", "[Event(\"closed\")] public sealed record Closed;"), Outdated },
        { "members in another order", Event("string Owner, int Age"), Event("int Age, string Owner"), Nothing },
        { "a type in code renamed", Event("Money Price", "public sealed record Money(decimal Amount);"), Event("Cash Price", "public sealed record Cash(decimal Amount);"), Nothing },
        { "the event's type renamed", Event("string Owner"), "[Event(\"opened\")] public sealed record AccountOpened(string Owner);", Nothing },
        { "a value wrapped", Event("Guid Account"), Event("AccountId Account", "[EventValue] public readonly record struct AccountId(Guid Value);"), Nothing },
        { "another kind of list", Event("int[] Ages"), Event("IReadOnlyList<int> Ages"), Nothing },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_is_told(string what, string before, string after, string ids)
    {
        Assert.NotEmpty(what);
        var options = RuleTestDefaults.Options with { AdditionalFiles = [Baselines.Of(before)] };

        var found = await Findings.OfAsync(options, after);

        Assert.Equal(ids, string.Join(' ', found.Select(finding => finding.Id).Distinct(StringComparer.Ordinal)));
    }

    private static string Event(string members, string beside = "") => $"[Event(\"opened\")] public sealed record Opened({members});\n{beside}";
}
