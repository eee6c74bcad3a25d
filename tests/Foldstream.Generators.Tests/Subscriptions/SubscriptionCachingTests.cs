namespace Foldstream.Generators.Tests;

/// <summary>What an edit must leave alone, and what it must reach.</summary>
public sealed class SubscriptionCachingTests
{
    private const string Source = """
        namespace Bank;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        public interface IAccountEvent;
        [Event("account-opened")] public sealed record AccountOpened(string Owner) : IAccountEvent;
        [Event("account-closed")] public sealed record AccountClosed;
        [Subscription("mailer")]
        public partial class Mailer
        {
            private int sent = 1;
            private void Handle(AccountOpened e) => sent++;
        }
        [Subscription("search", Events = typeof(IAccountEvent))]
        public partial class Search
        {
            private Task Handle(IReadOnlyList<TypedEvent> events) => Task.CompletedTask;
        }
        public sealed class Transaction;
        [Projector("ledger")]
        public partial class LedgerRows
        {
            private void Project(AccountOpened e, Transaction transaction) { }
        }
        """;

    [Fact]
    public void An_unrelated_edit_writes_nothing() => Generate.Subscriptions(Source)
        .WithSource("Unrelated.cs", "class Unrelated { void Method() { } }")
        .AssertModelUnchanged(Steps.Subscriptions)
        .AssertOutputsCached();

    [Fact]
    public void An_edit_of_a_handlers_body_writes_nothing() => Generate.Subscriptions(Source)
        .Replace("sent++", "sent += 2")
        .AssertModelUnchanged(Steps.Subscriptions)
        .AssertOutputsCached();

    [Fact]
    public void A_new_handler_is_written()
    {
        var edited = Generate.Subscriptions(Source).Replace("private int", "private Task Handle(AccountClosed e, EventContext context) => Task.CompletedTask; private int");

        edited.AssertModelModified(Steps.Subscriptions).AssertOutputsModified();
        Assert.Contains("Handle((global::Bank.AccountClosed)routed.Event!, context)", edited.Generated("Bank.Mailer.Subscription.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_that_joins_the_set_from_another_file_is_written()
    {
        var edited = Generate.Subscriptions(Source).WithSource("More.cs", "namespace Bank; [Foldstream.Event(\"account-frozen\")] public sealed record AccountFrozen : IAccountEvent;");

        edited.AssertModelModified(Steps.Subscriptions).AssertOutputsModified();
        Assert.Contains("\"account-frozen\" => new(0, ", edited.Generated("Bank.Search.Subscription.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_model_holds_values_only()
    {
        ModelShape.AssertNoRoslynTypes(typeof(SubscriptionModel));
        ModelShape.AssertValueEquality(typeof(SubscriptionModel));
    }
}
