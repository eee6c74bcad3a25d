namespace Foldstream.Generators.Tests;

/// <summary>What an edit must leave alone, and what it must reach.</summary>
public sealed class CatalogueCachingTests
{
    private const string Source = """
        namespace Bank;
        public sealed record Money(decimal Amount);
        [Event("opened")] public sealed record Opened(string Owner);
        [Event("paid")] public sealed record Paid(Money Price);
        [Aggregate("account")]
        public sealed partial class Account
        {
            public void Open() { Raise(new Opened("")); }
            private void Apply(Opened e) { }
            private void Apply(Paid e) { }
        }
        """;

    [Fact]
    public void An_unrelated_edit_finds_the_same_catalogue_and_writes_nothing() =>
        Generate.Catalogue(Source).WithSource("Unrelated.cs", "class Unrelated { void Method() { } }").AssertModelUnchanged(Steps.Catalogue).AssertOutputsCached();

    [Fact]
    public void An_edit_of_a_handler_writes_nothing() =>
        Generate.Catalogue(Source).Replace("Apply(Paid e) { }", "Apply(Paid e) { var x = e; }").AssertModelUnchanged(Steps.Catalogue).AssertOutputsCached();

    [Fact]
    public void A_new_member_of_an_event_reaches_it() =>
        Assert.Contains("\"branch\"", Edited(Generate.Catalogue(Source).Replace("string Owner", "string Owner, int Branch = 1")));

    [Fact]
    public void A_new_member_of_a_type_that_events_hold_reaches_it() =>
        Assert.Contains("\"digits\"", Edited(Generate.Catalogue(Source).Replace("decimal Amount", "decimal Amount, int Digits")));

    [Fact]
    public void A_command_that_raises_another_event_reaches_it() =>
        Assert.Contains("\"Open\": [\"opened\", \"paid\"]", Edited(Generate.Catalogue(Source).Replace("Raise(new Opened(\"\"));", "Raise(new Opened(\"\")); Raise(new Paid(new Money(1m)));")));

    [Fact]
    public void A_new_event_reaches_it() =>
        Assert.Contains("\"closed\"", Edited(Generate.Catalogue(Source).WithSource("New.cs", "[Foldstream.Event(\"closed\")] public record Closed;")));

    [Fact]
    public void An_event_that_is_no_longer_one_leaves_it() =>
        Assert.DoesNotContain("\"paid\": {", Edited(Generate.Catalogue(Source).Replace("[Event(\"paid\")] ", "")));

    private static string Edited(GeneratorRun run) => run.AssertModelModified(Steps.Catalogue).AssertOutputsModified().Generated("Catalogue.g.cs");
}
