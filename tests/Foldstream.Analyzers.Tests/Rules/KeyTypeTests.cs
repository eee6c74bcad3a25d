using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.KeyTypeRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class KeyTypeTests
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
    public async Task Keys_of_two_types_are_named() => Assert.Equal(
        ["'Sales.By(Closed)' of projection 'Sales' gives keys of type 'string', and 'Sales.By(Sold)' of type 'int': let both give the same, since they name the same documents"],
        (await Verify.VerifyAnalyzerAsync(Events +
            """
            [Projection("sales")]
            public partial class Sales
            {
                [Key] static int By(Sold e) => e.Till;
                [Key] static string [|By|](Closed e) => e.Shop;
                void Apply(Sold e) { }
                void Apply(Closed e) { }
            }
            """)).Messages());

    [Fact]
    public async Task One_several_and_perhaps_none_are_of_one_type() => await Verify.VerifyAnalyzerAsync(Events +
        """
        [Projection("sales")]
        public partial class Sales
        {
            [Key] static Guid? By(Sold e) => e.Id;
            [Key] static IEnumerable<Guid> By(Closed e) => [];
            void Apply(Sold e) { }
            void Apply(Closed e) { }
        }
        """);
}
