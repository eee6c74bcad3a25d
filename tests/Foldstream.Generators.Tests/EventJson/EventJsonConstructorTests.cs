namespace Foldstream.Generators.Tests;

/// <summary>How an event is put together again: by which constructor, and what is set beside it.</summary>
public sealed class EventJsonConstructorTests
{
    [Theory]
    [InlineData("public sealed record Opened(int Number) { public Opened(string text) : this(text.Length) { } }", "return new global::Opened(number);")]
    [InlineData("public sealed record Opened(int Number) { public Opened() : this(1) { } }", "var result = new global::Opened();")]
    [InlineData("public sealed class Opened { public Opened(int NUMBER) => Number = NUMBER; public int Number { get; } }", "return new global::Opened(number);")]
    [InlineData("public sealed class Opened { public Opened(string second, int first) { Second = second; First = first; } public int First { get; } public string Second { get; } }", "return new global::Opened(second, first);")]
    [InlineData("public struct Opened { public Opened(int other) { } public int Number { get; set; } }", "var result = new global::Opened();")]
    [InlineData("public readonly struct Opened(int number) { public int Number { get; } = number; }", "return new global::Opened(number);")]
    [InlineData("public sealed class Opened { public Opened(int number) => Number = number; public required int Number { get; init; } }", "return new global::Opened(number) { Number = number };")]
    [InlineData("public sealed class Opened { [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Opened() { } public required int Number { get; set; } }", "return new global::Opened() { Number = number };")]
    public void The_constructor_is_chosen_as_the_oracle_chooses_it_and_beyond(string type, string creation)
    {
        var run = Generate.Events($"[Event(\"opened\")] {type}").AssertCompiles().AssertNoWarnings();

        Assert.Contains(creation, run.Generated("Opened.Json.g.cs"));
    }

    [Fact]
    public void Code_without_nullable_annotations_is_served_without_warnings()
    {
        var options = Generate.EventJson with { Nullable = false };

        Compile.Generate(options, """
            [Foldstream.Event("opened")] public sealed record Opened(string Text, List<string> List, Part Part, int? Number, string Note = null) { public string More { get; init; } = ""; }
            public sealed class Part { public string Text { get; set; } public required string Needed { get; set; } }
            """).AssertCompiles().AssertNoWarnings();
    }
}
