using Verify = Foldstream.TestKit.CSharpAnalyzerVerifier<Foldstream.Analyzers.SupersededEventRule>;

namespace Foldstream.Analyzers.Tests;

public sealed class SupersededEventTests
{
    private const string Events =
        """
        using Foldstream;
        public interface IOrderEvent;
        [Event("placed")] public sealed record PlacedV1 : IOrderEvent;
        [Event("placed", Version = 2)] public sealed record Placed : IOrderEvent { [Upcast] public static Placed From(PlacedV1 old) => new(); }

        """;

    [Fact]
    public async Task Handling_ignoring_raising_and_deciding_an_older_version_is_found()
    {
        var found = await Verify.VerifyAnalyzerAsync(
            Events +
            """
            [Aggregate("order")] public partial class Order { void Place() => Raise([|new PlacedV1()|]); void Apply(Placed e) { } void [|Apply|](PlacedV1 e) { } }
            [Aggregate("cart")] [[|Ignores<PlacedV1>|]] public partial class Cart;
            [Decider("shop")] public partial record Shop
            {
                public static Shop InitialState => new();
                public static Events Decide(int command, Shop state) => [[|new PlacedV1()|]];
                private static Shop Evolve(Shop state, Placed e) => state;
            }
            """,
            "CS1503",
            "CS1950",
            "CS1954");

        Assert.Contains("Aggregate 'Order' handles 'PlacedV1', an older version of 'placed' that is read as 'Placed': use 'Placed'", found.Messages());
        Assert.Contains("Aggregate 'Order' raises 'PlacedV1', an older version of 'placed' that is read as 'Placed': use 'Placed'", found.Messages());
        Assert.Contains("Aggregate 'Cart' ignores 'PlacedV1', an older version of 'placed' that is read as 'Placed': use 'Placed'", found.Messages());
        Assert.Contains("Decider 'Shop' decides 'PlacedV1', an older version of 'placed' that is read as 'Placed': use 'Placed'", found.Messages());
    }

    [Fact]
    public async Task The_newest_version_is_left_alone() => await Verify.VerifyAnalyzerAsync(
        Events + "[Aggregate(\"order\")] public partial class Order { void Place() => Raise(new Placed()); void Apply(Placed e) { } }");

    [Fact]
    public async Task A_declared_set_asks_for_no_handler_of_an_older_version() => await TestKit.CSharpAnalyzerVerifier<UnhandledEventRule>.VerifyAnalyzerAsync(
        Events + "[Aggregate(\"order\", Events = typeof(IOrderEvent))] public partial class Order { void Apply(Placed e) { } }");

    [Fact]
    public async Task An_older_version_of_another_assembly_is_found()
    {
        var found = await Library.Of(Events.Replace("using Foldstream;", "using Foldstream; namespace Shared;", StringComparison.Ordinal)).AnalyzeAsync(
            new SupersededEventRule(), "[Foldstream.Aggregate(\"order\")] public partial class Order { void Apply(Shared.PlacedV1 e) { } }");

        Assert.Single(found);
    }

    [Fact]
    public async Task A_pragma_silences_it() => await Verify.VerifyAnalyzerAsync(
        Events + "\n#pragma warning disable FS0025\n[Aggregate(\"order\")] public partial class Order { void Apply(PlacedV1 e) { } }");

    [Fact]
    public async Task A_subscription_handles_the_newest_version_too() => await Verify.VerifyAnalyzerAsync(
        """
        using Foldstream;
        [Event("opened")] public sealed record OpenedV1;
        [Event("opened", Version = 2)] public sealed record Opened { [Upcast] public static Opened From(OpenedV1 old) => new(); }
        [Subscription("mailer")] public partial class Mailer { void [|Handle|](OpenedV1 e) { } }
        """);
}
