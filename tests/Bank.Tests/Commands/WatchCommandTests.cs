namespace Bank.Tests;

public sealed class WatchCommandTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_follows_an_import_of_another_process_to_its_end()
    {
        var watching = BankRun.AsProcessAsync(folder.Path, "watch", "--until", "389");

        var import = await BankRun.AsProcessAsync(folder.Path, "import", MainJob.BundledFile);
        var watch = await watching.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);

        Assert.Equal((0, "accounts=20 transactions=389 mismatches=0"), (import.ExitCode, import.LastLine));
        Assert.Equal((0, ""), (watch.ExitCode, watch.Error));
        Assert.StartsWith("20 accounts, 389 movements, ", watch.LastLine, StringComparison.Ordinal);
    }
}
