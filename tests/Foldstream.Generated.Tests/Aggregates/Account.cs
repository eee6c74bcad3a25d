namespace Foldstream.Generated.Tests;

[Event("account-opened")]
internal sealed record AccountOpened(string Owner);

[Event("money-deposited")]
internal readonly record struct MoneyDeposited(decimal Amount);

[Event("account-closed")]
internal sealed class AccountClosed
{
    public required string Reason { get; init; }

    public string? Note { get; init; } = "none";
}

/// <summary>Private handlers, three kinds of events, a command that is refused, one that raises nothing.</summary>
[Aggregate("account")]
internal sealed partial class Account
{
    public string Owner { get; private set; } = "";

    public decimal Balance { get; private set; }

    public string? ClosedFor { get; private set; }

    public void Open(string owner) => Raise(new AccountOpened(owner));

    public decimal Deposit(decimal amount)
    {
        if (amount <= 0)
            throw new ArgumentOutOfRangeException(nameof(amount));
        Raise(new MoneyDeposited(amount));
        return Balance;
    }

    public void Close(string reason) => Raise(new AccountClosed { Reason = reason });

    public void DoNothing()
    {
    }

    private void Apply(AccountOpened e) => Owner = e.Owner;

    private void Apply(in MoneyDeposited e) => Balance += e.Amount;

    private void Apply(AccountClosed e) => ClosedFor = $"{e.Reason}/{e.Note}";
}
