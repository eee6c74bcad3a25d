using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.AmbiguousKeyRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class AmbiguousKeyTests
{
    private const string Events =
        """
        using Foldstream;
        public interface IOfShop { string Shop { get; } }
        public interface IOfTill { string Till { get; } }
        public interface IOfBoth : IOfShop, IOfTill;
        [Event("sold")] public sealed record Sold(string Shop, string Till) : IOfBoth;

        """;

    [Fact]
    public async Task Two_keys_of_which_neither_is_more_specific_are_told() => Assert.Equal(
        ["Both 'Sales.By(IOfShop)' and 'Sales.By(IOfTill)' give the key of 'Sold' in projection 'Sales', and neither is more specific: write a key for 'Sold' itself, or remove one"],
        (await Verify.VerifyAnalyzerAsync(Events + "[Projection(\"sales\")] public partial class Sales { [Key] static string By(IOfShop e) => e.Shop; [Key] static string [|By|](IOfTill e) => e.Till; void Apply(Sold e) { } }")).Messages());

    [Fact]
    public async Task The_most_specific_one_decides() => await Verify.VerifyAnalyzerAsync(
        Events + "[Projection(\"sales\")] public partial class Sales { [Key] static string By(IOfShop e) => e.Shop; [Key] static string By(IOfTill e) => e.Till; [Key] static string By(IOfBoth e) => e.Till; void Apply(Sold e) { } }");
}
