using Verify = Foldstream.TestKit.CSharpCodeFixVerifier<Foldstream.Analyzers.UnservableProjectionRule, Foldstream.CodeFixes.ProjectionNameFix>;

namespace Foldstream.Analyzers.Tests;

public sealed class UnservableProjectionTests
{
    private const string Events =
        """
        using Foldstream;
        public interface IOfShop { string Shop { get; } }
        [Event("sold")] public sealed record Sold(string Shop, int Till, Guid Id) : IOfShop;
        [Event("closed")] public sealed record Closed(string Shop) : IOfShop;
        [Aggregate("shop")] public partial class ShopAggregate { void Apply(Sold e) { } void Apply(Closed e) { } }

        """;

    private const string Members = " { [Key] static string By(Sold e) => e.Shop; void Apply(Sold e) { } }";

    [Theory]
    [InlineData("[Projection([|\"Shop Sales\"|])]", "[Projection(\"shop-sales\")]")]
    [InlineData("[Projection([|\"\"|], Category = \"shop\")]", "[Projection(\"shop-sales\", Category = \"shop\")]")]
    public async Task A_name_follows_from_that_of_the_type(string wrong, string right) => await Verify.VerifyCodeFixAsync(
        Events + wrong + " public partial class ShopSalesProjection" + Members, Events + right + " public partial class ShopSalesProjection" + Members);

    [Theory]
    [InlineData("[Projection(\"x\")] public partial record [|Sales|]", "it is a record, and its state changes in place; make it a class")]
    [InlineData("[Projection(\"x\")] public abstract partial class [|Sales|]", "it is abstract; mark the types that derive from it instead")]
    [InlineData("[Projection(\"x\", Category = \"a b\")] public partial class [|Sales|]", "no stream has the category 'a b'; give a letter or digit, then up to 63 letters, digits, '.', '_' or '-'")]
    [InlineData("[Projection(\"x\"), Decider(\"x\")] public partial class [|Sales|]", "it is an aggregate or decider as well, whose handlers would be the same; make it a class of its own")]
    public async Task The_message_says_what_is_wrong(string type, string reason) => Assert.Equal(
        [$"'Sales' cannot be a projection: {reason}"], (await Verify.VerifyAnalyzerAsync(Events + type + Members)).Messages());

    [Fact]
    public async Task A_projection_without_handlers_would_stay_empty() => Assert.Contains(
        "it has no handler", Assert.Single((await Verify.VerifyAnalyzerAsync(Events + "[Projection(\"x\")] public partial class [|Sales|];")).Messages()), StringComparison.Ordinal);

    [Fact]
    public async Task A_projection_is_left_alone() => await Verify.VerifyAnalyzerAsync(Events + "[Projection(\"x1-y\")] public partial class Sales" + Members);
}
