using Foldstream;

namespace Bank.Tests;

public sealed class PurposeTotalTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Totals_are_the_sums_of_the_file_by_purpose()
    {
        var bookings = await BookingFile.ReadAsync(MainJob.BundledFile, Cancellation);
        await using var store = new InMemoryEventStore();
        await new BookingImport(store, BookingImport.DefaultOverdraftLimit).RunAsync(bookings, cancellationToken: Cancellation);
        await using var running = await BankReadModels.RunAsync(store, Cancellation);
        await running.CaughtUpAsync(cancellationToken: Cancellation);

        var projected = new Dictionary<string, (int, decimal)>();
        await foreach (var purpose in store.Documents<PurposeTotal>().ReadAsync(cancellationToken: Cancellation))
            projected.Add(purpose.Key.Id, (purpose.Value.Payments, purpose.Value.Received + purpose.Value.Spent));

        var expected = bookings.Where(booking => booking.Purpose is not null)
            .GroupBy(booking => booking.Purpose!.Value.ToString())
            .ToDictionary(purpose => purpose.Key, purpose => (purpose.Count(), purpose.Sum(booking => booking.Amount)));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, projected);
    }
}
