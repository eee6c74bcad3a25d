using Microsoft.CodeAnalysis;

namespace Foldstream.Generators.Tests;

/// <summary>What an edit must leave alone, and what it must reach.</summary>
public sealed class EventJsonCachingTests
{
    private const string Source = """
        namespace Bank;
        public sealed record Money(decimal Amount, string Currency);
        [Event("account-opened")] public sealed record AccountOpened(string Owner, Money Limit);
        [Event("money-deposited")] public sealed record MoneyDeposited(Money Amount);
        """;

    private static readonly IncrementalStepRunReason[] Changes =
        [IncrementalStepRunReason.New, IncrementalStepRunReason.Modified, IncrementalStepRunReason.Removed];

    [Fact]
    public void An_unrelated_edit_finds_the_same_events_and_writes_nothing()
    {
        var edited = Generate.Events(Source).WithSource("Unrelated.cs", "class Unrelated { void Method() { } }");

        edited.AssertModelUnchanged(Steps.Events).AssertOutputsCached();
        AssertUnchanged(edited, Steps.Shapes, Steps.EventNames, Steps.HintCollisions, Steps.ProjectNames);
    }

    [Fact]
    public void An_edit_of_a_body_beside_the_events_writes_nothing() =>
        Generate.Events(Source, "class Other { int Method() => 1; }").Replace("Method() => 1", "Method() => 2").AssertModelUnchanged(Steps.Events).AssertOutputsCached();

    [Fact]
    public void A_new_member_of_an_event_reaches_its_converter_alone()
    {
        var edited = Generate.Events(Source).Replace("string Owner", "string Owner, int Branch");

        edited.AssertModelModified(Steps.Events).AssertOutputsModified().AssertCompiles();
        AssertUnchanged(edited, Steps.Shapes, Steps.EventNames, Steps.HintCollisions);
        Assert.Contains("\"branch\"u8", edited.Generated("Bank.AccountOpened.Json.g.cs"));
    }

    [Fact]
    public void A_new_member_of_a_type_that_events_hold_reaches_its_shape_alone()
    {
        var edited = Generate.Events(Source).Replace("string Currency", "string Currency, int Digits");

        edited.AssertModelModified(Steps.Shapes).AssertOutputsModified().AssertCompiles();
        AssertUnchanged(edited, Steps.EventNames, Steps.HintCollisions);
        Assert.Contains("\"digits\"u8", edited.Generated("Bank_Money.Shape.g.cs"));
    }

    [Theory]
    [InlineData("decimal Amount", "[property: System.Text.Json.Serialization.JsonPropertyName(\"sum\")] decimal Amount", "\"sum\"u8")]
    [InlineData("decimal Amount", "[property: System.Text.Json.Serialization.JsonIgnore] decimal Amount", "default(decimal)")]
    [InlineData("record Money(decimal Amount, string Currency)", "record Money(decimal Amount, string Currency, Money? Change)", "Bank_Money.Read(ref reader)")]
    public void An_edit_of_a_type_that_events_hold_reaches_its_shape(string before, string after, string expected)
    {
        var edited = Generate.Events(Source).Replace(before, after);

        edited.AssertModelModified(Steps.Shapes).AssertOutputsModified().AssertCompiles();
        AssertUnchanged(edited, Steps.EventNames, Steps.HintCollisions);
        Assert.Contains(expected, edited.Generated("Bank_Money.Shape.g.cs"));
    }

    [Fact]
    public void A_new_kind_reaches_its_hierarchy_and_no_event()
    {
        const string Hierarchy = """
            namespace Bank;
            using System.Text.Json.Serialization;
            [JsonDerivedType(typeof(Cash), "cash")] public abstract record Payment;
            public sealed record Cash(int Amount) : Payment;
            public sealed record Card(string Number) : Payment;
            [Event("paid")] public sealed record Paid(Payment Payment);
            """;

        var edited = Generate.Events(Hierarchy).Replace("""[JsonDerivedType(typeof(Cash), "cash")]""", """[JsonDerivedType(typeof(Cash), "cash"), JsonDerivedType(typeof(Card), "card")]""");

        edited.AssertModelModified(Steps.Shapes).AssertOutputsModified().AssertCompiles();
        AssertUnchanged(edited, Steps.EventNames);
        Assert.Contains("Kind2", edited.Generated("Bank_Payment.Shape.g.cs"));
    }

    [Fact]
    public void A_new_event_reaches_the_event_model()
    {
        var edited = Generate.Events(Source).WithSource("New.cs", "[Foldstream.Event(\"closed\")] public record Closed;");

        edited.AssertModelModified(Steps.EventNames).AssertOutputsModified().AssertCompiles();
        Assert.Contains("global::ClosedJsonConverter.Definition", edited.Generated("BankEvents.Model.g.cs"));
    }

    [Fact]
    public void A_name_that_differs_by_case_reaches_the_names_of_the_files()
    {
        var edited = Generate.Events(Source).WithSource("New.cs", "namespace Bank; [Foldstream.Event(\"other\")] public record accountopened;");

        edited.AssertModelModified(Steps.HintCollisions).AssertCompiles();
        Assert.Equal(3, edited.HintNames().Count(name => name.EndsWith(".Json.g.cs", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_event_that_is_no_longer_one_loses_its_converter()
    {
        var edited = Generate.Events(Source).Replace("""[Event("money-deposited")] """, "");

        edited.AssertModelModified(Steps.EventNames).AssertCompiles();
        Assert.DoesNotContain("Bank.MoneyDeposited.Json.g.cs", edited.HintNames());
    }

    private static void AssertUnchanged(GeneratorRun run, params string[] steps) =>
        Assert.All(steps, step => Assert.DoesNotContain(run.GetTrackedSteps(step), Changes.Contains));
}
