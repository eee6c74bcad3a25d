namespace Foldstream.Generators.Tests;

/// <summary>What an assembly's event model says of those who handle its events.</summary>
public sealed class EventModelTests
{
    private const string Source = """
        namespace Bank;
        [Event("account-opened")] public sealed record AccountOpened(string Owner);
        [Event("account-closed")] public sealed record AccountClosed;
        [Aggregate("account")]
        [Ignores<AccountClosed>]
        public partial class Account
        {
            private string owner = "";
            private void Apply(AccountOpened e) => owner = e.Owner;
        }
        public static partial class Around
        {
            [Decider("count")]
            private sealed partial record Count(int Number)
            {
                public static Count InitialState => new(0);
                private static Count Evolve(Count state, AccountOpened e) => new(state.Number + 1);
            }
        }
        """;

    [Fact]
    public Task The_types_that_handle_events() => Verify(Generate.Events(Source).Driver);

    [Fact]
    public void Subscriptions_and_projectors_are_told_of_with_the_category_that_they_read()
    {
        var run = Generate.Everything("""
            namespace Bank;
            public interface IAccountEvent;
            public sealed class Transaction;
            [Event("account-opened")] public sealed record AccountOpened : IAccountEvent;
            [Event("account-closed")] public sealed record AccountClosed : IAccountEvent;
            [Subscription("mailer", Category = "account")] [Ignores<AccountClosed>] public partial class Mailer { void Handle(AccountOpened e) { } }
            [Subscription("search", Events = typeof(IAccountEvent))] public partial class Search { void Handle(System.Collections.Generic.IReadOnlyList<TypedEvent> events) { } }
            [Projector("ledger")] public partial class LedgerRows { void Project(AccountClosed e, Transaction transaction) { } }
            """);

        var model = run.AssertCompiles().Generated("BankEvents.Model.g.cs");

        Assert.Contains("Kind.Subscription, \"Bank.Mailer\", \"account\", [\"account-opened\"], [\"account-closed\"])", model, StringComparison.Ordinal);
        Assert.Contains("Kind.Subscription, \"Bank.Search\", null, [\"account-opened\", \"account-closed\"], [])", model, StringComparison.Ordinal);
        Assert.Contains("Kind.Projector, \"Bank.LedgerRows\", null, [\"account-closed\"], [])", model, StringComparison.Ordinal);
    }

    [Fact]
    public void An_edit_of_a_handlers_body_writes_nothing() => Generate.Events(Source)
        .Replace("owner = e.Owner", "owner = e.Owner.Trim()")
        .AssertModelUnchanged(Steps.HandlingTypes)
        .AssertOutputsCached();

    [Fact]
    public void A_new_handler_reaches_the_model()
    {
        var edited = Generate.Events(Source).Replace("private string", "private void Apply(AccountClosed e) { } private string");

        edited.AssertModelModified(Steps.EventNames).AssertOutputsModified();
        Assert.Contains("[\"account-closed\", \"account-opened\"]", edited.Generated("BankEvents.Model.g.cs"), StringComparison.Ordinal);
    }
}
