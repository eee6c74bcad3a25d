using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.UnreachedMarkRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class UnreachedMarkTests
{
    private const string Events =
        """
        using Foldstream;
        public interface IOfShop { string Shop { get; } }
        [Event("sold")] public sealed record Sold(string Shop, int Till, Guid Id) : IOfShop;
        [Event("closed")] public sealed record Closed(string Shop) : IOfShop;
        [Aggregate("shop")] public partial class ShopAggregate { void Apply(Sold e) { } void Apply(Closed e) { } }

        """;

    [Theory]
    [InlineData("[Key] static string By(Sold e) => e.Shop; [Key] static string [|By|](Closed e) => e.Shop; void Apply(Sold e) { }", "no event that is a 'Closed' has a handler: write the handler, or remove the key")]
    [InlineData("[Key] static string By(Sold e) => e.Shop; [Key] static string [|By|](IOfShop e) => e.Shop; void Apply(Sold e) { }", "every event that is a 'IOfShop' has a more specific key: write the handler, or remove the key")]
    [InlineData("[Key] static string By(Sold e) => e.Shop; void Apply(Sold e) { } [DeletesDocument] void [|Clear|]() { }", "[DeletesDocument] is for handlers, which are named 'Apply': remove the mark, or make it a handler")]
    public async Task What_is_never_asked_is_named(string members, string reason)
    {
        var found = await Verify.VerifyAnalyzerAsync(Events + $"[Projection(\"sales\")] public partial class Sales {{ {members} }}");

        Assert.EndsWith($"is never asked, because {reason}", Assert.Single(found.Messages()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_asked_is_left_alone() => await Verify.VerifyAnalyzerAsync(Events +
        """
        [Projection("sales")]
        public partial class Sales
        {
            [Key] static string By(Sold e) => e.Shop;
            [Key] static string By(IOfShop e) => e.Shop;
            void Apply(Sold e) { }
            [DeletesDocument] void Apply(Closed e) { }
        }
        """);
}
