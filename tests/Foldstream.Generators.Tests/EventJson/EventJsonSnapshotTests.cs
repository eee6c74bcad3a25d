namespace Foldstream.Generators.Tests;

/// <summary>What is written for an event, as people read it.</summary>
public sealed class EventJsonSnapshotTests
{
    [Fact]
    public Task A_record() => Snapshot("""[Event("account-opened", Version = 2)] public sealed record AccountOpened(string Owner, decimal Limit = 100m);""");

    [Fact]
    public Task Members_of_every_setting() => Snapshot("""
        [Event("transfer-made")]
        internal sealed record TransferMade(decimal Amount, System.TimeSpan? Delay)
        {
            public required string Reason { get; init; }
            public string? Note { get; init; } = "none";
            public bool IsUrgent { get; set; }
            public decimal Fee => Amount / 100;
        }
        """);

    [Fact]
    public Task An_enum() => Snapshot("""
        [System.Flags] public enum Rights { None, Read, @class }
        [Event("granted")] public sealed record Granted(Rights Rights);
        """);

    [Fact]
    public Task A_record_inside() => Snapshot("""
        public sealed record Money(decimal Amount, string Currency);
        public readonly record struct Place(int Row) { public int? Seat { get; init; } }
        [Event("booked")] public sealed record Booked(Money Price, Place? Place);
        """);

    [Fact]
    public Task Sequences() => Snapshot("""
        [Event("listed")]
        public sealed record Listed(
            string[] Array, List<int?> List, IReadOnlyList<string> Indexed, IEnumerable<string> Enumerated, System.Collections.Immutable.ImmutableArray<System.Uri> Immutable, ISet<System.Half> Set);
        """);

    [Fact]
    public Task A_dictionary() => Snapshot("""[Event("counted")] public sealed record Counted(Dictionary<string, int> Counts);""");

    [Fact]
    public Task An_event_inside() => Snapshot("""
        public static class Orders { [Event("placed")] public sealed record Placed(int Number); }
        [Event("imported")] public sealed record Imported(Orders.Placed? Order);
        """);

    [Fact]
    public Task Wrappers() => Snapshot("""
        [EventValue] public readonly record struct AccountId(System.Guid Value);
        [EventValue] public sealed record Iban(string Value);
        [Event("linked")] public sealed record Linked(AccountId Account, Iban? Iban, Dictionary<AccountId, decimal> Limits, Dictionary<System.DayOfWeek, Iban> Days);
        """);

    [Fact]
    public Task Inherited_members_and_a_generic_record() => Snapshot("""
        public abstract record Page<T>(T First) { public string? Title { get; init; } = "none"; public T? Last { get; init; } }
        public sealed record Sheet(int First, bool IsWide) : Page<int>(First) { public int? Number { get; init; } }
        public abstract record Stamped(System.DateTimeOffset At) { public string Zone { get; init; } = "UTC"; }
        [Event("printed")] public sealed record Printed(System.DateTimeOffset At, Sheet Sheet) : Stamped(At);
        """);

    [Fact]
    public Task Members_with_attributes() => Snapshot("""
        using System.Text.Json;
        using System.Text.Json.Serialization;
        [Event("marked")]
        public sealed record Marked([property: JsonPropertyName("n\"1"), JsonPropertyOrder(1)] int Number, [property: JsonIgnore] string Cached, [property: JsonConverter(typeof(Upper))] string? Name)
        {
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public System.Half? Ratio { get; init; }
            [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Count { get; init; }
            [JsonRequired] public string? Note { get; init; }
        }
        public sealed class Upper : JsonConverter<string>
        {
            public override string Read(ref Utf8JsonReader reader, System.Type type, JsonSerializerOptions options) => reader.GetString()!;
            public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToUpperInvariant());
        }
        """);

    [Fact]
    public Task A_hierarchy_that_holds_itself() => Snapshot("""
        using System.Text.Json.Serialization;
        [JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
        [JsonDerivedType(typeof(Leaf), "leaf")]
        [JsonDerivedType(typeof(Pair), 2)]
        public record Tree;
        public sealed record Leaf : Tree;
        public sealed record Pair(Tree Left, Tree? Right) : Tree;
        [Event("planted")] public sealed record Planted(Tree Tree);
        """);

    private static Task Snapshot(string source) => Verify(Generate.Events($"namespace Bank;\n{source}").AssertCompiles().AssertNoWarnings().Driver);
}
