using Foldstream;

namespace FirstSteps;

public interface IAccountEvent;

[Event("account-opened")]
public sealed record AccountOpened(string Owner) : IAccountEvent;

[Event("money-deposited")]
public sealed record MoneyDeposited(decimal Amount) : IAccountEvent;

[Event("money-withdrawn")]
public sealed record MoneyWithdrawn(decimal Amount) : IAccountEvent;

[Aggregate("account", Events = typeof(IAccountEvent))]
public sealed partial class Account
{
    public string Owner { get; private set; } = "";
    public decimal Balance { get; private set; }

    public void Open(string owner) => Raise(new AccountOpened(owner));

    public void Deposit(decimal amount) => Raise(new MoneyDeposited(amount));

    public void Withdraw(decimal amount)
    {
        if (amount > Balance)
            throw new InvalidOperationException($"Account {Id} has only {Balance}.");
        Raise(new MoneyWithdrawn(amount));
    }

    private void Apply(AccountOpened e) => Owner = e.Owner;
    private void Apply(MoneyDeposited e) => Balance += e.Amount;
    private void Apply(MoneyWithdrawn e) => Balance -= e.Amount;
}
