namespace Foldstream.Generators.Tests;

/// <summary>The catalogue as the assembly carries it.</summary>
public sealed class CatalogueSnapshotTests
{
    [Fact]
    public Task An_aggregate_with_its_events() => Snapshot("""
        namespace Bank;
        public sealed record Counterparty(string? Name)
        {
            public int Letters => 1;
        }
        [System.Flags] public enum Channels { None = 0, Card = 1, Phone = 2 }
        [Event("opened")] public sealed record Opened(string Owner, decimal Limit = 100m);
        [Event("paid")] public sealed record Paid(decimal Amount, System.Guid? Card, Counterparty? To, System.Collections.Generic.Dictionary<string, string?> Notes, Channels Channels)
        {
            public bool IsLarge => Amount > 1000;
        }
        [Event("printed")] public sealed record Printed;

        [Aggregate("account")]
        [Ignores<Printed>]
        public sealed partial class Account
        {
            public void Open(string owner) => Raise(new Opened(owner));
            public void OpenAndPay(string owner, decimal amount) { Open(owner); this.Pay(amount); }
            public void Pay(decimal amount) => Book(amount);
            public void Refund() { if (true) Book(-1m); }
            public bool CanPay() => true;
            private void Book(decimal amount) { var paid = new Paid(amount, null, null, new(), Channels.Card); Raise(paid); }
            private void Apply(Opened e) { }
            private void Apply(Paid e) { }
        }
        """);

    [Fact]
    public Task A_decider_with_its_commands() => Snapshot("""
        namespace Bank;
        public sealed record Drink(int Cups);
        public sealed record Wash;
        [Event("drunk")] public sealed record Drunk(int Cups);
        [Event("washed")] public sealed record Washed;
        [Decider("tea")]
        public sealed partial record Tea(int Cups)
        {
            public static Tea InitialState => new(0);
            public static Events Decide(Drink command, Tea state) => [new Drunk(command.Cups)];
            public static Events Decide(Wash command, Tea state) { var events = new Events(); events.Add(Wash(state)); return events; }
            private static Washed Wash(Tea state) => new();
            private static Tea Evolve(Tea state, Drunk e) => state;
            private static Tea Evolve(Tea state, Washed e) => state;
        }
        """);

    [Fact]
    public Task Versions_of_an_event() => Snapshot("""
        namespace Bank;
        [Event("opened")] public sealed record OpenedV1(string Owner);
        [Event("opened", Version = 2)]
        public sealed record Opened(string Holder)
        {
            [Upcast] public static Opened From(OpenedV1 old) => new(old.Owner);
        }
        """);

    [Fact]
    public Task Types_of_the_same_name() => Snapshot("""
        namespace Bank { public sealed record Money(decimal Amount); }
        namespace Shop { public sealed record Money(string Text); public sealed record Box<T>(T Content); }
        namespace Bank { [Event("paid")] public sealed record Paid(Money Price, Shop.Money Tip, Shop.Box<Money> Package, Shop.Box<string?> Note, Shop.Box<string> Label); }
        """);

    [Fact]
    public Task What_receives_events_after_they_are_stored() => Snapshot("""
        namespace Bank;
        public sealed class Transaction;
        public interface IAccountEvent;
        [Event("opened")] public sealed record Opened(string Owner) : IAccountEvent;
        [Event("printed")] public sealed record Printed : IAccountEvent;
        [Subscription("mailer", Category = "account")] [Ignores<Printed>] public partial class Mailer { void Handle(Opened e) { } }
        [Subscription("search", Events = typeof(IAccountEvent))] public partial class Search { void Handle(System.Collections.Generic.IReadOnlyList<TypedEvent> events) { } }
        [Projector("ledger")] public partial class LedgerRows { void Project(Printed e, Transaction transaction) { } }
        """);

    private static Task Snapshot(string source) => Verify(Generate.Catalogue(source).AssertNoWarnings().Driver);
}
