using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.DuplicateConsumerNameRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class DuplicateConsumerNameTests
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
    public async Task One_name_for_all_three_kinds_is_told_at_each() => await Verify.VerifyAnalyzerAsync(Events +
        """
        [Projection([|"sales"|], Of = typeof(ShopAggregate))] public partial class Sales { void Apply(Sold e) { } void Apply(Closed e) { } }
        [Subscription([|"sales"|])] public partial class Bell { void Handle(Sold e) { } }
        public sealed class Rows;
        public static class Around { [Projector([|"sales"|])] public partial class Ledger { void Project(Sold e, Rows rows) { } } }
        """);

    [Fact]
    public async Task Names_of_their_own_are_left_alone() => await Verify.VerifyAnalyzerAsync(Events +
        """
        [Projection("sales", Of = typeof(ShopAggregate))] public partial class Sales { void Apply(Sold e) { } void Apply(Closed e) { } }
        [Subscription("bell")] public partial class Bell { void Handle(Sold e) { } }
        """);
}
