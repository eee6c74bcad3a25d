using Foldstream;

namespace Bank.Tests;

/// <summary>Accounts in the state that a test begins with.</summary>
internal static class Given
{
    public const string AccountId = "4711";

    public static Account NoAccount() => Aggregate.New<Account>(AccountId);

    public static Account OpenAccount(decimal balance = 0m, decimal overdraftLimit = 0m)
    {
        var account = NoAccount();
        account.Open(overdraftLimit);
        if (balance > 0)
            account.DepositCash(balance);
        return account;
    }
}
