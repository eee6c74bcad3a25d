using Foldstream;

namespace Bank;

/// <summary>The whole bank, read back from its events.</summary>
/// <param name="Accounts">All accounts, in the order of their numbers.</param>
/// <param name="Totals">What the movements of each kind came to.</param>
/// <param name="Events">How many events the accounts have together.</param>
internal sealed record BankReport(IReadOnlyList<Account> Accounts, IReadOnlyList<KindTotal> Totals, int Events)
{
    public static async Task<BankReport> ReadAsync(IEventLog store, CancellationToken cancellationToken = default)
    {
        var ids = new List<string>();
        var movements = new List<Movement>();
        await foreach (var (@event, recorded) in store.With(BankEvents.Model).ReadCategoryAsync(Account.Category, cancellationToken: cancellationToken))
        {
            movements.Add(Movement.Of(@event));
            if (@event is AccountOpened)
                ids.Add(recorded.Stream.Id);
        }

        return new BankReport(await LoadAsync(store, ids, cancellationToken), Total(movements), movements.Count);
    }

    private static async Task<IReadOnlyList<Account>> LoadAsync(
        IEventStore store, List<string> ids, CancellationToken cancellationToken)
    {
        var accounts = new List<Account>();
        foreach (var id in ids.Order(StringComparer.Ordinal))
            accounts.Add(await store.LoadAsync<Account>(id, cancellationToken: cancellationToken));
        return accounts;
    }

    private static IReadOnlyList<KindTotal> Total(List<Movement> movements) =>
    [
        .. movements
            .GroupBy(movement => movement.Text)
            .Select(kind => new KindTotal(kind.Key, kind.Count(), kind.Sum(movement => movement.Change)))
            .OrderByDescending(kind => kind.Change),
    ];
}
