namespace Bank;

/// <summary>What the program does without a command: imports its own file into a store of its own, and shows the bank.</summary>
internal static class MainJob
{
    public static string BundledFile { get; } = Path.Combine(AppContext.BaseDirectory, "data", "bookings.csv");

    public static async Task<int> RunAsync(Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("bank-");
        try
        {
            return await RunAsync(terminal, StoreChoice.Sqlite(Path.Combine(folder.FullName, "bank.db")), cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    internal static async Task<int> RunAsync(Terminal terminal, StoreChoice choice, CancellationToken cancellationToken)
    {
        var bookings = await BookingFile.ReadAsync(BundledFile, cancellationToken);
        await using var store = await choice.OpenAsync();
        var import = new BookingImport(store, BookingImport.DefaultOverdraftLimit);
        var result = await ImportView.ShowProgressAsync(terminal, bookings, import, cancellationToken);
        ReportView.Show(terminal, await BankReport.ReadAsync(store, cancellationToken));
        ImportView.ShowResult(terminal, BundledFile, result);
        terminal.WriteLine(result.ToString());
        return result.Mismatches.Count == 0 ? 0 : 1;
    }
}
