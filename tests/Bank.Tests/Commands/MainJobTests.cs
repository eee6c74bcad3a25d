namespace Bank.Tests;

public sealed class MainJobTests : IDisposable
{
    private const string Everything = "accounts=20 transactions=389 mismatches=0";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_program_shows_the_bank_of_its_own_file_from_any_folder()
    {
        var run = await BankRun.AsProcessAsync(folder.Path);

        Assert.Equal((0, "", Everything), (run.ExitCode, run.Error, run.LastLine));
        Assert.Contains("Imported 389 of 389 transactions", run.Output, StringComparison.Ordinal);
        Assert.Matches(@"108 +\d+ +[\d,]+\.\d\d", run.Output);
        Assert.Matches(@"Overdraft interest +2 +-29\.23", run.Output);
        Assert.Contains("409 events of 20 accounts", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Path));
    }

    [Fact]
    public async Task The_commands_reach_the_program()
    {
        var import = await BankRun.AsProcessAsync(folder.Path, "import", MainJob.BundledFile);
        var statement = await BankRun.AsProcessAsync(folder.Path, "statement", "108", "--at", "2024-03-31");

        Assert.Equal((0, Everything), (import.ExitCode, import.LastLine));
        Assert.True(File.Exists(Path.Combine(folder.Path, "bank.db")));
        Assert.Equal("Account 108 at the end of 2024-03-31: balance -3494.44, overdraft limit 50000.00", statement.LastLine);
    }

    [Theory]
    [InlineData("memory")]
    [InlineData("sqlite")]
    public async Task The_bundled_file_matches_on_every_store(string kind)
    {
        var run = await BankRun.InProcessAsync("import", MainJob.BundledFile, "--store", kind == "memory" ? kind : folder.Store);

        Assert.Equal((0, Everything), (run.ExitCode, run.LastLine));
    }

    [Fact]
    public async Task The_bundled_file_has_every_kind_of_booking_and_an_overdraft()
    {
        var bookings = await BookingFile.ReadAsync(MainJob.BundledFile, TestContext.Current.CancellationToken);

        Assert.Equal(Enum.GetValues<BookingKind>().ToHashSet(), bookings.Select(booking => booking.Kind).ToHashSet());
        Assert.Equal(
            Enum.GetValues<PaymentPurpose>().ToHashSet(),
            bookings.Select(booking => booking.Purpose).OfType<PaymentPurpose>().ToHashSet());
        Assert.Contains(bookings, booking => booking.BalanceAfter < 0);
    }
}
