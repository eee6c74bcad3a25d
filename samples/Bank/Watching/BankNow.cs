using Foldstream;

namespace Bank;

/// <summary>What a watcher sees at a moment.</summary>
/// <param name="Accounts">How many accounts there are.</param>
/// <param name="Movements">How many movements they had.</param>
/// <param name="Balance">What they hold together.</param>
/// <param name="Latest">The accounts that moved last, the latest first.</param>
internal sealed record BankNow(long Accounts, long Movements, decimal Balance, IReadOnlyList<Document<AccountBalance>> Latest)
{
    private const int ShownAccounts = 10;

    public static async Task<BankNow> ReadAsync(IReadModelStore store, CancellationToken cancellationToken)
    {
        long accounts = 0, movements = 0;
        var balance = 0m;
        await foreach (var account in store.Documents<AccountBalance>().ReadAsync(cancellationToken: cancellationToken))
        {
            accounts++;
            movements += account.Value.Movements;
            balance += account.Value.Balance;
        }

        var latest = await store.Documents<AccountBalance>().FindAsync(
            sort: DocumentFields.UpdatedAt.Descending(), page: Page.First(ShownAccounts), cancellationToken: cancellationToken);
        return new BankNow(accounts, movements, balance, latest.Items);
    }

    public override string ToString() => $"{Accounts} accounts, {Movements} movements, {Money.Format(Balance)} together";
}
