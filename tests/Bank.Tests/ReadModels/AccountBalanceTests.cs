using Foldstream;

namespace Bank.Tests;

public sealed class AccountBalanceTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Projected_balances_are_the_last_ones_of_the_file() => await AssertBalancesAsync(MainJob.BundledFile);

    [Fact]
    public async Task Projected_balances_are_the_last_ones_of_the_shared_file() => await AssertBalancesAsync(SharedFile.FindOrSkip());

    private static async Task AssertBalancesAsync(string file)
    {
        var bookings = await BookingFile.ReadAsync(file, Cancellation);
        await using var store = new InMemoryEventStore();
        // The projections run while the bookings come in.
        await using var running = await BankReadModels.RunAsync(store, Cancellation);
        await new BookingImport(store, BookingImport.DefaultOverdraftLimit).RunAsync(bookings, cancellationToken: Cancellation);
        await running.CaughtUpAsync(cancellationToken: Cancellation);

        var projected = new Dictionary<string, (decimal Balance, int Movements)>();
        await foreach (var account in store.Documents<AccountBalance>().ReadAsync(cancellationToken: Cancellation))
            projected.Add(account.Key.Id, (account.Value.Balance, account.Value.Movements));

        Assert.NotEmpty(projected);
        Assert.Equal(
            bookings.GroupBy(booking => booking.AccountId).ToDictionary(account => account.Key, account => (account.Last().BalanceAfter, account.Count())),
            projected);
    }
}
