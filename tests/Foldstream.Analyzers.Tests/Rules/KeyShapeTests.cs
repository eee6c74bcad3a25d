using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.KeyShapeRule, Foldstream.CodeFixes.KeyShapeFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class KeyShapeTests
{
    private const string Events =
        """
        using Foldstream;
        public interface IOfShop { string Shop { get; } }
        [Event("sold")] public sealed record Sold(string Shop, int Till, Guid Id) : IOfShop;
        [Event("closed")] public sealed record Closed(string Shop) : IOfShop;
        [Aggregate("shop")] public partial class ShopAggregate { void Apply(Sold e) { } void Apply(Closed e) { } }

        """;

    [Fact]
    public async Task A_key_is_made_static() => await Verify.VerifyCodeFixAsync(
        Events + "[Projection(\"sales\")] public partial class Sales { [Key] private string [|By|](Sold e) => e.Shop; void Apply(Sold e) { } }",
        Events + "[Projection(\"sales\")] public partial class Sales { [Key] private static string By(Sold e) => e.Shop; void Apply(Sold e) { } }");

    [Theory]
    [InlineData("static string [|By|]<T>(Sold e) => e.Shop;", "it has type parameters")]
    [InlineData("static string [|By|](Sold e, int till) => e.Shop;", "its parameters are not one event, and an EventContext if it wants one")]
    [InlineData("static decimal [|By|](Sold e) => 1;", "'decimal' is neither a key nor a sequence of keys")]
    [InlineData("static List<DateTime> [|By|](Sold e) => [];", "'List<DateTime>' is neither a key nor a sequence of keys")]
    public async Task What_gives_no_keys_is_told(string key, string reason) => Assert.Contains(
        $"gives no keys, because {reason}: ",
        Assert.Single((await Verify.VerifyAnalyzerAsync(Events + $"[Projection(\"sales\")] public partial class Sales {{ [Key] {key} void Apply(Sold e) {{ }} }}")).Messages()),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("static string? By(Sold e) => null;")]
    [InlineData("static Guid By(in Sold e, EventContext context) => e.Id;")]
    [InlineData("static ulong[] By(Sold e) => [];")]
    [InlineData("static DayOfWeek? By(Sold e) => null;")]
    [InlineData("static IReadOnlyList<Till?> By(Sold e) => [];")]
    public async Task Keys_of_every_kind_are_left_alone(string key) => await Verify.VerifyAnalyzerAsync(
        Events + $"[EventValue] public readonly record struct Till(int Number); [Projection(\"sales\")] public partial class Sales {{ [Key] {key} void Apply(Sold e) {{ }} }}");
}
