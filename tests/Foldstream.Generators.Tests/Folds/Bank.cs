namespace Foldstream.Generators.Tests;

/// <summary>An aggregate and a decider that use each thing that a fingerprint covers.</summary>
internal static class Bank
{
    public const string Account = "Bank.Account.AggregateFold.g.cs";
    public const string Wallet = "Bank.Wallet.DeciderFold.g.cs";

    public static SourceFile Events { get; } = new("Events.cs", """
        namespace Bank;

        public enum Kind { Cash, Card }

        public sealed record Owner(string Name, string? Town = "nowhere");

        [Event("account-opened")]
        public sealed record AccountOpened(Owner Owner, decimal Limit);

        [Event("money-moved")]
        public sealed record MoneyMoved(decimal Amount, Kind Kind)
        {
            public bool IsDeposit => Amount > 0m;
        }

        [Event("account-noted")]
        public sealed class AccountNoted
        {
            public string Note { get; init; } = "none";
        }

        [Event("account-closed")]
        public sealed record AccountClosed;

        [Event("unused")]
        public sealed record Unused(int Number);
        """);

    public static SourceFile Aggregate { get; } = new("Account.cs", """
        namespace Bank;

        [Aggregate("account")]
        public partial class Account
        {
            private const decimal Fee = 0.25m;
            private static readonly decimal Rate = 1.5m;
            private readonly List<Entry> entries = [];
            private int moves = 10;

            public Owner Owner { get; private set; } = new("nobody");
            public decimal Balance { get; private set; }
            public string? Note { get; private set; }
            public bool IsRich => Balance > 1000m;

            public Account() => Balance = 3m;

            public void Open(string name) => Raise(new AccountOpened(new Owner(name), 5m));

            private void Apply(AccountOpened e)
            {
                Owner = e.Owner;
                var start = Charge(e.Limit);
                if (start > 0m)
                    Balance = start;
            }

            private void Apply(MoneyMoved e)
            {
                decimal before = Balance;
                Balance += e.Amount - Fee;
                moves++;
                entries.Add(new Entry(before, e.IsDeposit) + Entry.None);
                Note = e.Kind switch
                {
                    Kind.Cash => "cash",
                    _ => nameof(Apply),
                };
                entries.RemoveAll(entry => entry.Amount > Ceiling);
            }

            private void Apply(AccountNoted e) => Note = $"{e.Note} of {Owner.Name}";

            private void Apply(AccountClosed e) { Balance = 0m; moves = 0; }

            private decimal Charge(decimal limit) => Scale(limit, 2) * Rate;

            private static decimal Scale(decimal value, int places) => Math.Round(value / 4m, places);

            private decimal Ceiling { get { return 900m; } }

            private void NotPartOfTheFold() => moves = 99;
        }

        public readonly record struct Entry(decimal Amount, bool IsDeposit)
        {
            public static Entry None => default;

            public static Entry operator +(Entry left, Entry right) => new(left.Amount + right.Amount, left.IsDeposit);

            public decimal NeverCalled() => 7m;
        }
        """);

    public static SourceFile Decider { get; } = new("Wallet.cs", """
        namespace Bank;

        public sealed record Deposit(decimal Amount);

        [Decider("wallet")]
        public sealed partial record Wallet(decimal Total, int Coins)
        {
            public static Wallet InitialState => new(8m, 1);

            public static Events Decide(Deposit command, Wallet state) => [new MoneyMoved(command.Amount, Kind.Cash)];

            private static Wallet Evolve(Wallet state, MoneyMoved e) => state with { Total = state.Total + e.Amount };
        }
        """);

    /// <summary>The bank as it is before an edit.</summary>
    public static GeneratorRun Run() => Generate.Everything(Events, Aggregate, Decider);
}
