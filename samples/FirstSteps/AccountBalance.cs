using Foldstream;

namespace FirstSteps;

[Projection("balances", Of = typeof(Account))]
public sealed partial class AccountBalance
{
    public string Owner { get; private set; } = "";
    [Index] public decimal Balance { get; private set; }

    private void Apply(AccountOpened e) => Owner = e.Owner;
    private void Apply(MoneyDeposited e) => Balance += e.Amount;
    private void Apply(MoneyWithdrawn e) => Balance -= e.Amount;
}
