namespace Bank;

/// <summary><c>import FILE [--store STORE] [--overdraft LIMIT]</c>.</summary>
internal static class ImportCommand
{
    public static async Task<int> RunAsync(
        Terminal terminal, string path, StoreChoice choice, decimal overdraftLimit, CancellationToken cancellationToken)
    {
        var bookings = await BookingFile.ReadAsync(path, cancellationToken);
        await using var store = await choice.OpenAsync();
        var import = new BookingImport(store, overdraftLimit);
        terminal.WriteLine($"Importing {path} into {choice}");
        var result = await ImportView.ShowProgressAsync(terminal, bookings, import, cancellationToken);
        ImportView.ShowResult(terminal, path, result);
        terminal.WriteLine(result.ToString());
        return result.Mismatches.Count == 0 ? 0 : 1;
    }
}
