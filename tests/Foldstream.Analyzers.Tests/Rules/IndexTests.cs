using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.IndexRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class IndexTests
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
    [InlineData("[[|Index|]] public int Twice => Count * 2;", "it holds no value of its own")]
    [InlineData("[[|Index|]] private int Hidden { get; set; }", "it is not public, so that nobody can ask for it")]
    [InlineData("[[|Index|]] public List<string> Tags { get; } = [];", "it is no single value that can be compared")]
    public async Task An_index_that_nobody_would_use_is_told(string member, string reason) => Assert.Contains(
        $"has no index, because {reason}: ",
        Assert.Single((await Verify.VerifyAnalyzerAsync(Events + $"[Projection(\"sales\")] public partial class Sales {{ public int Count {{ get; private set; }} {member} [Key] static string By(Sold e) => e.Shop; void Apply(Sold e) {{ }} }}")).Messages()),
        StringComparison.Ordinal);

    [Fact]
    public async Task Another_type_has_no_index() => await Verify.VerifyAnalyzerAsync(Events + "public sealed class Other { [[|Index|]] public int Count { get; set; } }");

    [Fact]
    public async Task Fields_and_those_of_base_types_are_left_alone() => await Verify.VerifyAnalyzerAsync(Events +
        """
        public abstract class Base { [Index] public DateOnly? Day { get; set; } }
        [Projection("sales")] public sealed partial class Sales : Base { [Index] public string Shop { get; private set; } = ""; [Key] static string By(Sold e) => e.Shop; void Apply(Sold e) { } }
        """);
}
