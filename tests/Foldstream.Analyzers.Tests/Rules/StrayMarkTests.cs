using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.StrayMarkRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class StrayMarkTests
{
    private const string Events =
        """
        using Foldstream;
        [Event("sold")] public sealed record Sold(string Shop, int Count);
        [Event("closed")] public sealed record Closed(string Shop);

        """;

    [Theory]
    [InlineData("public partial class Sales { [[|Key|]] static string By(Sold e) => e.Shop; void Apply(Sold e) { } }", "By", "Sales")]
    [InlineData("public static class Keys { [[|Key|]] public static string By(Sold e) => e.Shop; }", "By", "Keys")]
    [InlineData("[Aggregate(\"shop\")] public partial class Shop { void Apply(Sold e) { } [[|DeletesDocument|]] void Apply(Closed e) { } }", "Apply", "Shop")]
    [InlineData("public abstract record Facts { [[|Key|]] protected static string By(Sold e) => e.Shop; }", "By", "Facts")]
    [InlineData("public interface IKeyed { [[|Key|]] static string By(Sold e) => e.Shop; }", "By", "IKeyed")]
    public async Task A_mark_outside_a_projection_is_told(string code, string method, string type) => Assert.Contains(
        $"on '{method}' has no effect, because '{type}' is no projection: ",
        Assert.Single((await Verify.VerifyAnalyzerAsync(Events + code)).Messages()),
        StringComparison.Ordinal);

    [Fact]
    public async Task Projections_and_their_abstract_bases_are_left_alone() => await Verify.VerifyAnalyzerAsync(Events +
        """
        public abstract class BaseOfShops { [Key] protected static string By(Closed e) => e.Shop; [DeletesDocument] protected void Apply(Closed e) { } }
        [Projection("sales")] public sealed partial class Sales : BaseOfShops { [Key] static string By(Sold e) => e.Shop; void Apply(Sold e) { } }
        """);

    [Fact]
    public async Task An_attribute_of_another_package_is_left_alone() => await Verify.VerifyAnalyzerAsync(
        """
        public sealed class KeyAttribute : System.Attribute;
        [Foldstream.Event("sold")] public sealed record Sold(string Shop);
        public sealed class Sales { [Key] public static string By(Sold e) => e.Shop; }
        """);
}
