using Foldstream;

namespace Bank.Tests;

public sealed class BankReportTests
{
    [Fact]
    public async Task It_is_read_back_from_the_events()
    {
        await using var store = new InMemoryEventStore();
        var cancellationToken = TestContext.Current.CancellationToken;
        await store.ExecuteAsync<Account>("2", account => account.Open(0m), cancellationToken: cancellationToken);
        await store.ExecuteAsync<Account>("1", account => account.Open(10m), cancellationToken: cancellationToken);
        await store.ExecuteAsync<Account>("1", account => account.DepositCash(5m), cancellationToken: cancellationToken);
        await store.ExecuteAsync<Account>("1", account => account.DepositCash(6m), cancellationToken: cancellationToken);

        var report = await BankReport.ReadAsync(store, cancellationToken);

        Assert.Equal([("1", 11m), ("2", 0m)], report.Accounts.Select(account => (account.Id, account.Balance)));
        Assert.Equal([new KindTotal("Cash deposited", 2, 11m), new KindTotal("Account opened", 2, 0m)], report.Totals);
        Assert.Equal(4, report.Events);
    }
}
