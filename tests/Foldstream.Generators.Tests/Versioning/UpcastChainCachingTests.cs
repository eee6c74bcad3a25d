using Microsoft.CodeAnalysis;

namespace Foldstream.Generators.Tests;

/// <summary>What an edit must leave alone, and what it must reach.</summary>
public sealed class UpcastChainCachingTests
{
    private const string Source = """
        namespace Bank;
        [Event("order-placed")] public sealed record OrderPlacedV1(string Customer);
        [Event("order-placed", Version = 2)]
        public sealed record OrderPlaced(string First, string Last)
        {
            [Upcast] public static OrderPlaced From(OrderPlacedV1 old) => new(old.Customer, "");
        }
        [Event("order-closed")] public sealed record OrderClosed;
        """;

    [Fact]
    public void An_edit_of_an_upcasters_body_writes_nothing() => Generate.Events(Source)
        .Replace("""new(old.Customer, "")""", """new("", old.Customer)""")
        .AssertModelUnchanged(Steps.Events)
        .AssertOutputsCached();

    [Fact]
    public void An_unrelated_edit_writes_nothing() => Generate.Events(Source)
        .WithSource("Unrelated.cs", "class Unrelated { void Method() { } }")
        .AssertModelUnchanged(Steps.Events)
        .AssertOutputsCached();

    [Fact]
    public void A_new_member_of_an_older_shape_leaves_the_chain_alone()
    {
        var edited = Generate.Events(Source).Replace("string Customer", "string Customer, int Lines");

        edited.AssertModelModified(Steps.Events).AssertOutputsModified().AssertCompiles();
        Assert.All(edited.GetTrackedSteps(Steps.UpcastChains), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void Another_name_of_an_upcaster_reaches_the_chain()
    {
        var edited = Generate.Events(Source).Replace("From(OrderPlacedV1", "Renamed(OrderPlacedV1");

        edited.AssertModelModified(Steps.UpcastChains).AssertOutputsModified().AssertCompiles();
        Assert.Contains("global::Bank.OrderPlaced.Renamed(old)", edited.Generated("Bank.OrderPlaced.Versions.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_version_in_another_file_takes_the_chain_over()
    {
        var edited = Generate.Events(Source).WithSource("New.cs", """
            using Foldstream;
            namespace Bank;
            [Event("order-placed", Version = 3)]
            public sealed record OrderPlacedV3(string Name) { [Upcast] public static OrderPlacedV3 From(OrderPlaced old) => new(old.First); }
            """);

        edited.AssertModelModified(Steps.UpcastChains).AssertOutputsModified().AssertCompiles();
        Assert.Contains("Bank.OrderPlacedV3.Versions.g.cs", edited.HintNames());
        Assert.DoesNotContain("Bank.OrderPlaced.Versions.g.cs", edited.HintNames());
        Assert.DoesNotContain("OrderPlacedJsonConverter", edited.Generated("BankEvents.Model.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_upcaster_that_is_gone_leaves_the_chain()
    {
        var edited = Generate.Events(Source).Replace("[Upcast] ", "");

        edited.AssertModelModified(Steps.UpcastChains).AssertOutputsModified().AssertCompiles();
        Assert.DoesNotContain("case 1:", edited.Generated("Bank.OrderPlaced.Versions.g.cs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(typeof(UpcastChain))]
    [InlineData(typeof(HandlingModel))]
    public void Models_hold_values_only(Type model)
    {
        ModelShape.AssertNoRoslynTypes(model);
        ModelShape.AssertValueEquality(model);
    }
}
