namespace Bank.Tests;

public sealed class ImportCommandTests : IDisposable
{
    private const string Deposit = "1,9,1994-01-03,credit,cash-deposit,100.00,100.00,,,";
    private const string Withdrawal = "2,9,1994-01-04,withdrawal,cash-withdrawal,30.00,70.00,,,";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_last_line_is_the_result()
    {
        var run = await BankRun.InProcessAsync("import", folder.WriteBookings(Deposit, Withdrawal), "--store", "memory");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.EndsWith($"accounts=1 transactions=2 mismatches=0{Environment.NewLine}", run.Output, StringComparison.Ordinal);
        Assert.Contains("Imported 2 of 2 transactions", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_bookings_is_imported_as_nothing()
    {
        var run = await BankRun.InProcessAsync("import", folder.WriteBookings(), "--store", "memory");

        Assert.Equal((0, "accounts=0 transactions=0 mismatches=0"), (run.ExitCode, run.LastLine));
    }

    [Fact]
    public async Task A_mismatch_is_shown_with_its_line_and_gives_exit_code_1()
    {
        var file = folder.WriteBookings(Deposit, Withdrawal.Replace("70.00", "70.01", StringComparison.Ordinal));

        var run = await BankRun.InProcessAsync("import", file, "--store", "memory");

        Assert.Equal((1, "accounts=1 transactions=2 mismatches=1"), (run.ExitCode, run.LastLine));
        Assert.Contains($"{file}:3: account 9, transaction 2: the balance after it is 70.00, the file says 70.01", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_malformed_row_is_named_and_nothing_of_the_file_is_stored()
    {
        var file = folder.WriteBookings(Deposit, "2,9,yesterday,withdrawal,cash-withdrawal,30.00,70.00,,,");

        var run = await BankRun.InProcessAsync("import", file, "--store", folder.Store);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"{file}:3: date is 'yesterday'; expected a date such as 1994-03-31", run.Error, StringComparison.Ordinal);
        Assert.Contains("Nothing of the file was imported", run.Error, StringComparison.Ordinal);
        Assert.Equal(0, await StoredEvents.CountAsync(folder.Store));
    }

    [Fact]
    public async Task A_second_import_of_a_file_stores_nothing_and_ends_alike()
    {
        var file = folder.WriteBookings(Deposit, Withdrawal);

        var first = await BankRun.InProcessAsync("import", file, "--store", folder.Store);
        var second = await BankRun.InProcessAsync("import", file, "--store", folder.Store);

        Assert.Equal((0, first.LastLine), (second.ExitCode, second.LastLine));
        Assert.Contains("0 transactions stored, 2 were stored before.", second.Output, StringComparison.Ordinal);
        Assert.Equal(3, await StoredEvents.CountAsync(folder.Store));
    }

    [Fact]
    public async Task The_overdraft_limit_can_be_chosen()
    {
        var file = folder.WriteBookings(Deposit, "2,9,1994-01-04,withdrawal,cash-withdrawal,130.00,-30.00,,,");

        var run = await BankRun.InProcessAsync("import", file, "--store", "memory", "--overdraft", "29.99");

        Assert.Equal((1, "accounts=1 transactions=2 mismatches=1"), (run.ExitCode, run.LastLine));
        Assert.Contains("overdraft limit 29.99", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_first_of_many_mismatches_are_shown()
    {
        var rows = Enumerable.Range(1, 23).Select(number => $"{number},9,1994-01-03,credit,cash-deposit,1.00,0.00,,,");

        var run = await BankRun.InProcessAsync(["import", folder.WriteBookings([.. rows]), "--store", "memory"]);

        Assert.Equal("accounts=1 transactions=23 mismatches=23", run.LastLine);
        Assert.Contains("and 3 more.", run.Output, StringComparison.Ordinal);
    }
}
