using Foldstream;

namespace Bank.Tests;

public sealed class BookingImportTests : IDisposable
{
    private const string Deposit = "1,9,1994-01-03,credit,cash-deposit,100.00,100.00,,,";
    private const string Withdrawal = "2,9,1994-01-04,withdrawal,cash-withdrawal,130.00,-30.00,,,";
    private const string Interest = "3,9,1994-01-31,credit,,2.00,-28.00,interest,,";
    private const string OtherDeposit = "4,10,1994-01-31,credit,cash-deposit,7.00,7.00,,,";

    private readonly TemporaryFolder folder = new();
    private readonly InMemoryEventStore store = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Every_balance_of_a_sound_file_matches()
    {
        var result = await ImportAsync(100m, Deposit, Withdrawal, Interest, OtherDeposit);

        Assert.Equal((2, 4, 4, 0), (result.Accounts, result.Transactions, result.Stored, result.AlreadyStored));
        Assert.Empty(result.Mismatches);
        Assert.Equal(-28m, (await store.LoadAsync<Account>("9", cancellationToken: TestContext.Current.CancellationToken)).Balance);
    }

    [Fact]
    public async Task A_balance_that_the_file_does_not_have_is_a_mismatch()
    {
        var result = await ImportAsync(100m, Deposit, Withdrawal.Replace("-30.00", "-31.00", StringComparison.Ordinal), Interest);

        var mismatch = Assert.Single(result.Mismatches);
        Assert.Equal("f.csv:3: account 9, transaction 2: the balance after it is -30.00, the file says -31.00", mismatch.DescribeIn("f.csv"));
    }

    [Fact]
    public async Task A_second_import_stores_nothing_and_gives_the_same_result()
    {
        var first = await ImportAsync(100m, Deposit, Withdrawal, Interest, OtherDeposit);

        var second = await ImportAsync(100m, Deposit, Withdrawal, Interest, OtherDeposit);

        Assert.Equal((0, 4), (second.Stored, second.AlreadyStored));
        Assert.Equal(first.ToString(), second.ToString());
        Assert.Equal(4, (await StoredEvents.OfAsync(store, "9")).Count);
        Assert.Equal(2, (await StoredEvents.OfAsync(store, "10")).Count);
    }

    [Fact]
    public async Task A_second_import_checks_each_balance_as_it_was_then()
    {
        await ImportAsync(100m, Deposit, Withdrawal, Interest);

        var second = await ImportAsync(100m, Deposit.Replace("100.00,,", "99.00,,", StringComparison.Ordinal), Withdrawal, Interest);

        Assert.Equal("1", Assert.Single(second.Mismatches).Booking.TransactionId);
    }

    [Fact]
    public async Task A_file_that_goes_on_where_another_ended_is_imported_onto_it()
    {
        await ImportAsync(100m, Deposit);

        var next = await ImportAsync(100m, Deposit, Withdrawal);

        Assert.Equal((1, 1), (next.Stored, next.AlreadyStored));
        Assert.Empty(next.Mismatches);
    }

    [Fact]
    public async Task After_a_refusal_nothing_more_is_booked_on_the_account()
    {
        var result = await ImportAsync(0m, Deposit, Withdrawal, Interest, OtherDeposit);

        Assert.Equal(2, result.Stored);
        Assert.Equal(["2", "3"], result.Mismatches.Select(mismatch => mismatch.Booking.TransactionId));
        Assert.Contains("it was refused: a withdrawal of 130.00 is more than the 100.00 available", result.Mismatches[0].Problem, StringComparison.Ordinal);
        Assert.Contains("because line 3 was refused", result.Mismatches[1].Problem, StringComparison.Ordinal);
        Assert.Equal([new AccountOpened(0m), new CashDeposited(100m)], (await StoredEvents.OfAsync(store, "9")).Select(stored => stored.Event));
    }

    [Fact]
    public async Task A_refusal_is_the_same_in_a_second_import()
    {
        var first = await ImportAsync(0m, Deposit, Withdrawal, Interest);

        var second = await ImportAsync(0m, Deposit, Withdrawal, Interest);

        Assert.Equal(first.ToString(), second.ToString());
        Assert.Equal(0, second.Stored);
    }

    [Fact]
    public async Task A_first_booking_that_is_refused_opens_no_account()
    {
        await ImportAsync(0m, Withdrawal);

        Assert.Null(await store.FindAsync<Account>("9", cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Each_booking_is_reported_when_it_is_done()
    {
        var done = 0;
        var bookings = await ReadAsync(Deposit, Withdrawal, OtherDeposit);

        await new BookingImport(store, 100m).RunAsync(bookings, () => Interlocked.Increment(ref done), TestContext.Current.CancellationToken);

        Assert.Equal(3, done);
    }

    private async Task<ImportResult> ImportAsync(decimal overdraftLimit, params string[] rows) =>
        await new BookingImport(store, overdraftLimit).RunAsync(await ReadAsync(rows), cancellationToken: TestContext.Current.CancellationToken);

    private Task<IReadOnlyList<Booking>> ReadAsync(params string[] rows) =>
        BookingFile.ReadAsync(folder.WriteBookings(rows), TestContext.Current.CancellationToken);
}
