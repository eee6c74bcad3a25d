using System.Runtime.CompilerServices;

namespace Bank.Tests;

/// <summary>The real bookings of 205 accounts: they are not part of the repository, and are imported where they lie beside it.</summary>
public sealed class SharedFileTests
{
    private const string Everything = "accounts=205 transactions=3660 mismatches=0";

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public async Task The_shared_file_is_imported_without_a_mismatch(string kind)
    {
        var file = FindOrSkip();
        using var folder = new TemporaryFolder();

        var run = await BankRun.InProcessAsync("import", file, "--store", kind == "memory" ? kind : folder.Store);

        Assert.Equal((0, Everything), (run.ExitCode, run.LastLine));
    }

    [Fact]
    public async Task Importing_the_shared_file_twice_stores_nothing_twice()
    {
        var file = FindOrSkip();
        using var folder = new TemporaryFolder();

        await BankRun.InProcessAsync("import", file, "--store", folder.Store);
        var second = await BankRun.InProcessAsync("import", file, "--store", folder.Store);

        Assert.Equal((0, Everything), (second.ExitCode, second.LastLine));
        Assert.Equal(3660 + 205, await StoredEvents.CountAsync(folder.Store));
    }

    private static string FindOrSkip([CallerFilePath] string here = "")
    {
        for (var folder = Path.GetDirectoryName(here); folder is not null; folder = Path.GetDirectoryName(folder))
        {
            var file = Path.Combine(folder, "shared", "data", "bank-transactions.csv");
            if (File.Exists(file))
                return file;
        }

        Assert.Skip("There is no shared/data/bank-transactions.csv beside the repository.");
        return "";
    }
}
