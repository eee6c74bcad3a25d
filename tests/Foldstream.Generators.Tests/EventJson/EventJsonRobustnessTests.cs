namespace Foldstream.Generators.Tests;

/// <summary>Code that is half typed, and events that cannot be served.</summary>
public sealed class EventJsonRobustnessTests
{
    private const string Whole = """
        namespace Bank;
        public enum Color { Red, Green = 1 }
        public sealed record Money(decimal Amount, string Currency = "EUR") { public required int Digits { get; init; } = 2; }
        [Event("account-opened", Version = 2)]
        public sealed partial record AccountOpened(string Owner, Money? Limit, List<Dictionary<string, Color[]>> Colors, int Number = 5)
        {
            public string? Note { get; init; }
            public decimal Half => Limit?.Amount / 2 ?? 0m;
        }
        """;

    public static TheoryData<int> Lengths => [.. Enumerable.Range(1, 120).Select(part => Whole.Length * part / 121)];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Half_typed_code_never_throws(int length) => AssertDoesNotThrow(Generate.Events(Whole[..length]));

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Code_with_a_hole_never_throws(int start) => AssertDoesNotThrow(Generate.Events(Whole.Remove(start, Math.Min(7, Whole.Length - start))));

    [Theory]
    [InlineData("""[Event("a")] public sealed record Opened(object Any);""")]
    [InlineData("""[Event("")] public sealed record Opened(int Number);""")]
    [InlineData("""[Event("a")] public sealed record Opened<T>(int Number);""")]
    [InlineData("""[Event("a")] public abstract record Opened(int Number);""")]
    [InlineData("""[Event("a", Version = 0)] public sealed record Opened(int Number);""")]
    [InlineData("""public class Outer { [Event("a")] private sealed record Opened(int Number); }""")]
    public void What_cannot_be_served_is_left_to_the_rules(string source) => Assert.Empty(Generate.Events(source).HintNames());

    private static void AssertDoesNotThrow(GeneratorRun run) => Assert.All(run.Result.Results, generator => Assert.Null(generator.Exception));
}
