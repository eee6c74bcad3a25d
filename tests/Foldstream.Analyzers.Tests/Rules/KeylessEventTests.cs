using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.KeylessEventRule, Foldstream.CodeFixes.KeylessEventFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class KeylessEventTests
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
    public async Task A_key_is_written_before_the_handler() => await Verify.VerifyCodeFixAsync(
        Events +
        """
        [Projection("sales")]
        public partial class Sales
        {
            [Key] private static string Of(Sold e) => e.Shop;

            private void Apply(Sold e) { }

            private void [|Apply|](Closed e) { }
        }
        """,
        Events +
        """
        [Projection("sales")]
        public partial class Sales
        {
            [Key] private static string Of(Sold e) => e.Shop;

            private void Apply(Sold e) { }

            [Key] private static string By(Closed e) => throw new NotImplementedException();

            private void Apply(Closed e) { }
        }
        """);

    [Fact]
    public async Task Without_any_key_the_aggregate_may_be_named_instead() => Assert.Equal(
        ["Projection 'Sales' handles 'Sold', and nothing says which document that changes: write '[Key] static string By(Sold e)', or name the aggregate with 'Of' for one document a stream"],
        (await Verify.VerifyAnalyzerAsync(Events + "[Projection(\"sales\")] public partial class Sales { void [|Apply|](Sold e) { } }")).Messages());

    [Fact]
    public async Task One_key_makes_all_events_need_one_whatever_they_are_of() => await Verify.VerifyAnalyzerAsync(
        Events + "[Projection(\"sales\", Of = typeof(ShopAggregate))] public partial class Sales { [Key] static string By(Sold e) => e.Shop; void Apply(Sold e) { } void [|Apply|](Closed e) { } }");

    [Theory]
    [InlineData("[Projection(\"sales\", Of = typeof(ShopAggregate))] public partial class Sales { void Apply(Sold e) { } void Apply(Closed e) { } }")]
    [InlineData("[Projection(\"sales\")] public partial class Sales { [Key] static string By(IOfShop e) => e.Shop; void Apply(Sold e) { } void Apply(Closed e) { } }")]
    [InlineData("[Projection(\"sales\")] public partial class Sales { [Key] string By(Sold e) => e.Shop; void Apply(Sold e) { } }")]
    public async Task Streams_and_keys_of_base_types_are_enough(string projection) => await Verify.VerifyAnalyzerAsync(Events + projection);
}
