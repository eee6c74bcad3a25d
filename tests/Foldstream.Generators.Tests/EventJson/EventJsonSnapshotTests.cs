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
            string[] Array, List<int?> List, IReadOnlyList<string> Indexed, IEnumerable<string> Enumerated, System.Collections.Immutable.ImmutableArray<System.Uri> Immutable);
        """);

    [Fact]
    public Task A_dictionary() => Snapshot("""[Event("counted")] public sealed record Counted(Dictionary<string, int> Counts);""");

    [Fact]
    public Task An_event_inside() => Snapshot("""
        public static class Orders { [Event("placed")] public sealed record Placed(int Number); }
        [Event("imported")] public sealed record Imported(Orders.Placed? Order);
        """);

    private static Task Snapshot(string source) => Verify(Generate.Events($"namespace Bank;\n{source}").AssertCompiles().AssertNoWarnings().Driver);
}
