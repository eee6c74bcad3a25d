namespace Foldstream.Generators.Tests;

/// <summary>What takes part in a chain, and what does not.</summary>
public sealed class UpcastChainTests
{
    [Theory]
    [InlineData("[Upcast] static Placed From(PlacedV1 old) => new();")]
    [InlineData("[Upcast] public Placed From(PlacedV1 old) => new();")]
    [InlineData("[Upcast] public static Placed From<T>(PlacedV1 old) => new();")]
    [InlineData("[Upcast] public static Placed From(PlacedV1 old, int more) => new();")]
    [InlineData("[Upcast] public static Placed From(ref PlacedV1 old) => new();")]
    [InlineData("[Upcast] public static void From(PlacedV1 old) { }")]
    [InlineData("[Upcast] public static async System.Threading.Tasks.Task<Placed> From(PlacedV1 old) { await System.Threading.Tasks.Task.Yield(); return new(); }")]
    [InlineData("[Upcast] public static JsonObject From(PlacedV1 old) => new();")]
    [InlineData("[Upcast] public static JsonObject From(JsonObject old) => new();")]
    [InlineData("[Upcast(from: 1)] public static Placed From(PlacedV1 old) => new();")]
    [InlineData("[Upcast(from: 2)] public static JsonObject From(JsonObject old) => new();")]
    [InlineData("[Upcast(from: 0)] public static JsonObject From(JsonObject old) => new();")]
    [InlineData("[Upcast] public static Other From(PlacedV1 old) => new();")]
    [InlineData("[Upcast] public static PlacedV1 From(Placed old) => new();")]
    [InlineData("[Upcast] public static Placed From(Missing old) => new();")]
    [InlineData("[Upcast(from: )] public static Placed From(")]
    public void What_is_no_upcaster_is_left_to_the_rules(string method)
    {
        var run = Generate.Events(
            "using System.Text.Json.Nodes; namespace Bank; [Event(\"placed\")] public record PlacedV1; [Event(\"other\", Version = 2)] public record Other; "
            + $"[Event(\"placed\", Version = 2)] public record Placed {{ {method} }}");

        Assert.DoesNotContain("switch", run.Generated("Bank.Placed.Versions.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_without_a_way_to_the_newest_is_left_out()
    {
        var chain = Generate.Events("""
            using System.Text.Json.Nodes;
            namespace Bank;
            [Event("placed", Version = 4)]
            public record Placed
            {
                [Upcast(from: 1)] public static JsonObject A(JsonObject old) => old;
                [Upcast(from: 3)] public static JsonObject B(JsonObject old) => old;
            }
            """).AssertCompiles().Generated("Bank.Placed.Versions.g.cs");

        Assert.Contains("case 3:", chain, StringComparison.Ordinal);
        Assert.DoesNotContain("case 1:", chain, StringComparison.Ordinal);
    }

    [Fact]
    public void A_step_may_pass_over_a_version_that_has_its_own_way() => Generate.Everything("""
        namespace Bank;
        [Event("placed")] public record PlacedV1;
        [Event("placed", Version = 2)] public record PlacedV2;
        [Event("placed", Version = 3)]
        public record Placed
        {
            [Upcast] public static Placed From(PlacedV1 old) => new();
            [Upcast] public static Placed From(PlacedV2 old) => new();
        }
        [Aggregate("order")] public partial class Order { void Place() => Raise(new Placed()); void Apply(Placed e) { } }
        """).AssertCompiles().AssertNoWarnings();

    [Fact]
    public void Of_two_versions_of_an_event_the_newest_is_handled()
    {
        var aggregate = Generate.Everything("""
            namespace Bank;
            [Event("placed")] public record PlacedV1;
            [Event("placed", Version = 2)] public record Placed { [Upcast] public static Placed From(PlacedV1 old) => new(); }
            [Aggregate("order")] public partial class Order { void Apply(PlacedV1 e) { } void Apply(Placed e) { } }
            """).AssertCompiles().Generated("Bank.Order.Aggregate.g.cs");

        Assert.Contains("PlacedJsonConverter", aggregate, StringComparison.Ordinal);
        Assert.DoesNotContain("PlacedV1", aggregate, StringComparison.Ordinal);
    }
}
