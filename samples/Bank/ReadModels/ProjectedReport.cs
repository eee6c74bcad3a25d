using Foldstream;

namespace Bank;

/// <summary>The bank as its read models show it.</summary>
/// <param name="Accounts">A page of the accounts, the richest first.</param>
/// <param name="Overdrawn">How many accounts are below zero.</param>
/// <param name="Purposes">The totals by purpose, the largest spending first.</param>
internal sealed record ProjectedReport(
    DocumentPage<AccountBalance> Accounts, long Overdrawn, IReadOnlyList<Document<PurposeTotal>> Purposes)
{
    public static async Task<ProjectedReport> ReadAsync(IReadModelStore store, Page page, CancellationToken cancellationToken = default)
    {
        var balances = store.Documents<AccountBalance>();
        var accounts = await balances.FindAsync(
            sort: AccountBalance.Fields.Balance.Descending(), page: page.WithTotal(), cancellationToken: cancellationToken);
        var overdrawn = await balances.CountAsync(AccountBalance.Fields.Balance < 0m, cancellationToken);
        var purposes = await store.Documents<PurposeTotal>()
            .ReadAsync(sort: PurposeTotal.Fields.Spent.Descending(), cancellationToken: cancellationToken)
            .ToListAsync(cancellationToken);
        return new ProjectedReport(accounts, overdrawn, purposes);
    }
}
