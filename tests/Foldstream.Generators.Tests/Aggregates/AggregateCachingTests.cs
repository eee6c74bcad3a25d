namespace Foldstream.Generators.Tests;

/// <summary>What an edit must leave alone, and what it must reach.</summary>
public sealed class AggregateCachingTests
{
    private const string Source = """
        namespace Bank;
        [Event("account-opened")] public sealed record AccountOpened(string Owner);
        [Event("account-closed")] public sealed record AccountClosed;
        [Aggregate("account")]
        public partial class Account
        {
            private string owner = "";
            private void Apply(AccountOpened e) => owner = e.Owner;
        }
        """;

    [Fact]
    public void An_unrelated_edit_writes_nothing() => Generate.Aggregates(Source)
        .WithSource("Unrelated.cs", "class Unrelated { void Method() { } }")
        .AssertModelUnchanged(Steps.Aggregates)
        .AssertOutputsCached();

    [Fact]
    public void An_edit_of_a_handlers_body_writes_nothing() => Generate.Aggregates(Source)
        .Replace("owner = e.Owner", "owner = e.Owner.Trim()")
        .AssertModelUnchanged(Steps.Aggregates)
        .AssertOutputsCached();

    [Fact]
    public void A_new_member_of_an_event_writes_nothing() => Generate.Aggregates(Source)
        .Replace("string Owner", "string Owner, int Branch")
        .AssertModelUnchanged(Steps.Aggregates)
        .AssertOutputsCached();

    [Fact]
    public void A_new_handler_is_written()
    {
        var edited = Generate.Aggregates(Source).Replace("private string", "private void Apply(AccountClosed e) { } private string");

        edited.AssertModelModified(Steps.Aggregates).AssertOutputsModified();
        Assert.Contains("case \"account-closed\":", edited.Generated("Bank.Account.Aggregate.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Another_stored_name_is_written()
    {
        var edited = Generate.Aggregates(Source).Replace("account-opened", "account-begun");

        edited.AssertModelModified(Steps.Aggregates).AssertOutputsModified();
        Assert.Contains("case \"account-begun\":", edited.Generated("Bank.Account.Aggregate.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_holds_values_only()
    {
        ModelShape.AssertNoRoslynTypes(typeof(AggregateModel));
        ModelShape.AssertValueEquality(typeof(AggregateModel));
    }
}
