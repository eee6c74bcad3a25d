using Spectre.Console;

namespace Bank;

/// <summary>Shows an import while it runs and when it is done.</summary>
internal static class ImportView
{
    private const int ShownMismatches = 20;

    /// <summary>Runs an import with a bar; where nobody watches, with a line for each quarter of it.</summary>
    public static Task<ImportResult> ShowProgressAsync(
        Terminal terminal, IReadOnlyList<Booking> bookings, BookingImport import, CancellationToken cancellationToken) =>
        terminal.IsInteractive
            ? ShowBarAsync(terminal, bookings, import, cancellationToken)
            : import.RunAsync(bookings, new ProgressLines(terminal, bookings.Count).Advance, cancellationToken);

    public static void ShowResult(Terminal terminal, string path, ImportResult result)
    {
        terminal.WriteLine($"{result.Stored} transactions stored, {result.AlreadyStored} were stored before.");
        foreach (var mismatch in result.Mismatches.Take(ShownMismatches))
            terminal.WriteLine(mismatch.DescribeIn(path));
        if (result.Mismatches.Count > ShownMismatches)
            terminal.WriteLine($"… and {result.Mismatches.Count - ShownMismatches} more.");
    }

    private static Task<ImportResult> ShowBarAsync(
        Terminal terminal, IReadOnlyList<Booking> bookings, BookingImport import, CancellationToken cancellationToken) =>
        terminal.Console.Progress().StartAsync(async progress =>
        {
            var bar = progress.AddTask("Importing", maxValue: Math.Max(1, bookings.Count));
            var result = await import.RunAsync(bookings, () => bar.Increment(1), cancellationToken);
            bar.Value = bar.MaxValue;
            return result;
        });
}
