namespace Bank.Tests;

public sealed class StatementTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Without_a_date_the_whole_history_is_printed()
    {
        await ImportAsync();

        var run = await BankRun.InProcessAsync("statement", "9", "--store", folder.Store);

        Assert.Equal((0, "Account 9: balance 71.50, overdraft limit 50000.00"), (run.ExitCode, run.LastLine));
        Assert.Matches(@"1994-01-03 +1 +Cash deposited +100\.00 +100\.00", run.Output);
        Assert.Matches(@"1994-01-31 +2 +Transfer sent +Household AL/42 +-30\.00 +70\.00", run.Output);
        Assert.Matches(@"1994-02-01 +3 +Interest +1\.50 +71\.50", run.Output);
    }

    [Theory]
    [InlineData("1994-01-03", "100.00")]
    [InlineData("1994-01-30", "100.00")]
    [InlineData("1994-01-31", "70.00")]
    [InlineData("1994-02-01", "71.50")]
    public async Task A_date_includes_its_whole_day_and_nothing_after_it(string date, string balance)
    {
        await ImportAsync();

        var run = await BankRun.InProcessAsync("statement", "9", "--at", date, "--store", folder.Store);

        Assert.Equal($"Account 9 at the end of {date}: balance {balance}, overdraft limit 50000.00", run.LastLine);
    }

    [Fact]
    public async Task A_later_movement_is_not_printed()
    {
        await ImportAsync();

        var run = await BankRun.InProcessAsync("statement", "9", "--at", "1994-01-31", "--store", folder.Store);

        Assert.DoesNotContain("Interest", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("10", "Account 10 has no history in")]
    [InlineData("9", "Account 9 has no history in", "--at", "1994-01-02")]
    public async Task An_account_without_history_is_named(string account, string message, params string[] options)
    {
        await ImportAsync();

        var run = await BankRun.InProcessAsync(["statement", account, "--store", folder.Store, .. options]);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(message, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_store_that_does_not_exist_is_named_and_not_made()
    {
        var run = await BankRun.InProcessAsync("statement", "9", "--store", folder.Store);

        Assert.Equal(1, run.ExitCode);
        Assert.StartsWith($"There is no store {folder.Store}", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(folder.Path));
    }

    private async Task ImportAsync()
    {
        var file = folder.WriteBookings(
            "1,9,1994-01-03,credit,cash-deposit,100.00,100.00,,,",
            "2,9,1994-01-31,withdrawal,transfer-out,30.00,70.00,household,AL,42",
            "3,9,1994-02-01,credit,,1.50,71.50,interest,,");
        Assert.Equal(0, (await BankRun.InProcessAsync("import", file, "--store", folder.Store)).ExitCode);
    }
}
