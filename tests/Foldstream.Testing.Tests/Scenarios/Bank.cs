using System.Text.Json.Serialization;

namespace Foldstream.Testing.Tests;

[Event("account-opened")]
public sealed record AccountOpened(string Owner);

[Event("money-deposited")]
public sealed record MoneyDeposited(decimal Amount);

[Event("money-withdrawn")]
public sealed record MoneyWithdrawn(decimal Amount, IReadOnlyList<string> Tags, Purpose? Purpose = null)
{
    [JsonIgnore]
    public string Secret { get; init; } = "none";
}

public sealed record Purpose(string Text, int Kind);

[Event("rate-set")]
public sealed record RateSet(double Rate);

[Event("account-printed")]
public sealed record AccountPrinted;

[Event("elsewhere")]
public sealed record Elsewhere;

public sealed class InsufficientFundsException(decimal balance) : InvalidOperationException($"There is only {balance} in it.")
{
    public decimal Balance { get; } = balance;
}

/// <summary>What handlers should not do, done elsewhere.</summary>
internal static class Amounts
{
    public static decimal Positive(decimal amount) => amount < 0 ? throw new InvalidOperationException("It cannot have been negative.") : amount;
}

[Aggregate("account")]
[FoldVersion(1)]
public sealed partial class Account
{
    public string Owner { get; private set; } = "";

    public decimal Balance { get; private set; }

    public void Open(string owner) => Raise(new AccountOpened(owner));

    public decimal Deposit(decimal amount)
    {
        if (amount != 0)
            Raise(new MoneyDeposited(amount));
        return Balance;
    }

    public void Withdraw(decimal amount, params string[] tags)
    {
        if (amount > Balance)
            throw new InsufficientFundsException(Balance);
        Raise(new MoneyWithdrawn(amount, tags) { Secret = "of the command" });
    }

    public async Task DepositLaterAsync(decimal amount)
    {
        await Task.Yield();
        Deposit(amount);
    }

    public async Task<decimal> DepositAndTellAsync(decimal amount)
    {
        await Task.Yield();
        return Deposit(amount);
    }

    public void OpenAs(string owner) => Open($"{owner} of {Id} at {Version}");

    private void Apply(AccountOpened e) => Owner = e.Owner;

    private void Apply(MoneyDeposited e) => Balance += Amounts.Positive(e.Amount);

    private void Apply(MoneyWithdrawn e) => Balance -= e.Amount;

    private void Apply(RateSet e)
    {
    }
}

public sealed record Spend(decimal Amount);

public sealed record Save(params decimal[] Amounts);

[Decider("wallet")]
public sealed partial record Wallet(decimal Balance)
{
    public static Wallet InitialState => new(0m);

    public static Events Decide(Save command, Wallet state)
    {
        Events events = [];
        foreach (var amount in command.Amounts)
            events.Add(new MoneyDeposited(amount));
        return events;
    }

    public static Events Decide(Spend command, Wallet state) => command.Amount > state.Balance
        ? throw new InsufficientFundsException(state.Balance)
        : [new MoneyWithdrawn(command.Amount, [])];

    private static Wallet Evolve(Wallet state, MoneyDeposited e) => state with { Balance = state.Balance + e.Amount };

    private static Wallet Evolve(Wallet state, MoneyWithdrawn e) => state with { Balance = state.Balance - e.Amount };
}

[Projection("balances", Category = "account")]
[Ignores<AccountPrinted>]
[FoldVersion(1)] // Amounts is outside of it.
public sealed partial class BalanceView
{
    public string Owner { get; private set; } = "";

    public decimal Balance { get; private set; }

    public string LastChange { get; private set; } = "";

    [Key]
    private static string By(AccountOpened e, EventContext context) => context.Stream.Id;

    [Key]
    private static string By(MoneyDeposited e, EventContext context) => context.Stream.Id;

    [Key]
    private static string By(MoneyWithdrawn e, EventContext context) => context.Stream.Id;

    private void Apply(AccountOpened e) => Owner = e.Owner;

    private void Apply(MoneyDeposited e, EventContext context)
    {
        Balance += Amounts.Positive(e.Amount);
        LastChange = context.Metadata.Actor ?? "nobody";
    }

    [DeletesDocument]
    private void Apply(MoneyWithdrawn e)
    {
    }
}
