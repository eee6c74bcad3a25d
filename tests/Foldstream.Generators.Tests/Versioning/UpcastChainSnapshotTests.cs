namespace Foldstream.Generators.Tests;

/// <summary>The chain of an event's versions, as people read it.</summary>
public sealed class UpcastChainSnapshotTests
{
    [Fact]
    public Task A_chain_of_every_form() => Snapshot("""
        [Event("order-placed", Version = 2)] public sealed record OrderPlacedV2(string Customer);
        [Event("order-placed", Version = 3)] internal readonly record struct OrderPlacedV3(string First, string Last);
        [Event("order-placed", Version = 5)]
        public sealed record OrderPlaced(string First, string Last, int Lines)
        {
            [Upcast(from: 1)] public static JsonObject ToV2(JsonObject v1) => v1;
            [Upcast] internal static OrderPlacedV3 ToV3(OrderPlacedV2 old) => new(old.Customer, "");
            [Upcast(from: 4)] public static OrderPlaced From(JsonObject v4) => new("", "", 1);
        }

        internal static class Unrelated
        {
            [Event("order-placed", Version = 4)]
            public sealed class OrderPlacedV4
            {
                public required string Name { get; init; }

                [Upcast] public static OrderPlacedV4 @from(in OrderPlacedV3 old) => new() { Name = old.First };
            }
        }
        """);

    private static Task Snapshot(string source) =>
        Verify(Generate.Events($"using System.Text.Json.Nodes;\nnamespace Bank;\n{source}").AssertCompiles().AssertNoWarnings().Driver);
}
