using System.Globalization;

namespace Bank;

/// <summary>A withdrawal is more than the balance and the overdraft limit allow.</summary>
public sealed class OverdraftLimitExceededException : RefusedException
{
    internal OverdraftLimitExceededException(Account account, decimal amount)
        : base(account.Id, string.Create(
            CultureInfo.InvariantCulture,
            $"a withdrawal of {amount:0.00} is more than the {account.Available:0.00} available (balance {account.Balance:0.00}, overdraft limit {account.OverdraftLimit:0.00})."))
    {
        Amount = amount;
        Balance = account.Balance;
        OverdraftLimit = account.OverdraftLimit;
    }

    /// <summary>What was to be withdrawn.</summary>
    public decimal Amount { get; }

    /// <summary>What the account held.</summary>
    public decimal Balance { get; }

    /// <summary>How far it may go below zero.</summary>
    public decimal OverdraftLimit { get; }
}
