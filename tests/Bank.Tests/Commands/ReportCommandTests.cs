namespace Bank.Tests;

public sealed class ReportCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Balances_are_sorted_and_paged_and_totals_are_by_purpose()
    {
        await BankRun.InProcessAsync("import", MainJob.BundledFile, "--store", folder.Store);

        var first = await BankRun.InProcessAsync("report", "--size", "5", "--store", folder.Store);
        var second = await BankRun.InProcessAsync("report", "--size", "5", "--page", "2", "--store", folder.Store);

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.StartsWith("5 of 20 accounts, ", first.LastLine, StringComparison.Ordinal);
        Assert.Contains("Household", first.Output, StringComparison.Ordinal);
        var balances = Balances(first).Concat(Balances(second)).ToList();
        Assert.Equal(10, balances.Count);
        Assert.Equal(balances.OrderDescending(), balances);
    }

    [Fact]
    public async Task A_second_report_shows_what_came_since()
    {
        await BankRun.InProcessAsync("import", folder.WriteBookings("1,9,1994-01-03,credit,cash-deposit,100.00,100.00,,,"), "--store", folder.Store);
        var before = await BankRun.InProcessAsync("report", "--store", folder.Store);
        await BankRun.InProcessAsync("import", folder.WriteBookings("2,9,1994-01-04,credit,cash-deposit,30.00,130.00,,,"), "--store", folder.Store);
        var after = await BankRun.InProcessAsync("report", "--store", folder.Store);

        Assert.Equal([100m], Balances(before));
        Assert.Equal([130m], Balances(after));
    }

    [Fact]
    public async Task A_store_that_is_not_there_is_named()
    {
        var run = await BankRun.InProcessAsync("report", "--store", folder.Store);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith($"There is no store {folder.Store}: ", run.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<decimal> Balances(BankRun run) => run.Output.Split('\n')
        .SkipWhile(line => !line.Contains("Last movement", StringComparison.Ordinal))
        .TakeWhile(line => !line.Contains("Payments by purpose", StringComparison.Ordinal))
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        .Where(cells => cells is [_, _, _, _] && char.IsAsciiDigit(cells[0][0]))
        .Select(cells => decimal.Parse(cells[1], System.Globalization.CultureInfo.InvariantCulture));
}
