namespace Bank.Tests;

/// <summary>The real bookings are imported whole, and once.</summary>
public sealed class SharedFileTests
{
    private const string Everything = "accounts=205 transactions=3660 mismatches=0";

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public async Task The_shared_file_is_imported_without_a_mismatch(string kind)
    {
        var file = SharedFile.FindOrSkip();
        using var folder = new TemporaryFolder();

        var run = await BankRun.InProcessAsync("import", file, "--store", kind == "memory" ? kind : folder.Store);

        Assert.Equal((0, Everything), (run.ExitCode, run.LastLine));
    }

    [Fact]
    public async Task Importing_the_shared_file_twice_stores_nothing_twice()
    {
        var file = SharedFile.FindOrSkip();
        using var folder = new TemporaryFolder();

        await BankRun.InProcessAsync("import", file, "--store", folder.Store);
        var second = await BankRun.InProcessAsync("import", file, "--store", folder.Store);

        Assert.Equal((0, Everything), (second.ExitCode, second.LastLine));
        Assert.Equal(3660 + 205, await StoredEvents.CountAsync(folder.Store));
    }
}
