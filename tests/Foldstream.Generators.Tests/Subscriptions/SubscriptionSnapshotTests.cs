namespace Foldstream.Generators.Tests;

/// <summary>What is written for subscriptions and projectors, to be read by people.</summary>
public sealed class SubscriptionSnapshotTests
{
    private const string Events = """
        namespace Bank;
        using System.Collections.Generic;
        using System.Threading;
        using System.Threading.Tasks;
        public interface IAccountEvent;
        [Event("account-opened")] public sealed record AccountOpened(string Owner) : IAccountEvent;
        [Event("money-deposited")] public readonly record struct MoneyDeposited(decimal Amount) : IAccountEvent;
        [Event("account-closed")] public sealed record AccountClosed : IAccountEvent;
        [Event("statement-printed")] public sealed record StatementPrinted : IAccountEvent;
        [Aggregate("account", Events = typeof(IAccountEvent))]
        [Ignores<StatementPrinted>]
        public partial class Account
        {
            private void Apply(AccountOpened e) { }
            private void Apply(MoneyDeposited e) { }
            private void Apply(AccountClosed e) { }
        }
        """;

    [Fact]
    public Task A_subscription() => Snapshot("""
        [Subscription("mailer", Of = typeof(Account))]
        [Ignores<StatementPrinted>]
        public partial class Mailer(string server)
        {
            private Task Handle(AccountOpened e, EventContext context, CancellationToken cancellationToken) => Task.FromResult(server);
            private ValueTask Handle(in MoneyDeposited e, CancellationToken cancellationToken) => default;
            private static void Handle(AccountClosed e) { }
        }
        """);

    [Fact]
    public Task A_nested_subscription_that_takes_batches() => Snapshot("""
        internal static partial class Around
        {
            [Subscription("search", Events = typeof(IAccountEvent), Category = "account")]
            [Ignores<StatementPrinted>]
            private sealed partial class @event
            {
                private Task Handle(IReadOnlyList<TypedEvent> events, CancellationToken cancellationToken) => Task.CompletedTask;
            }
        }
        """);

    [Fact]
    public Task A_projector() => Snapshot("""
        public sealed class Transaction;
        [Projector("ledger")]
        public partial class LedgerRows
        {
            private Task Project(AccountOpened e, EventContext context, Transaction transaction, CancellationToken cancellationToken) => Task.CompletedTask;
            private void Project(MoneyDeposited e, Transaction? transaction) { }
        }
        """);

    private static Task Snapshot(string source)
    {
        Generate.Everything(Events + "\n" + source).AssertCompiles().AssertNoWarnings();
        return Verify(Generate.Subscriptions(Events + "\n" + source).Driver);
    }
}
