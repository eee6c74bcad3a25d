using System.Collections.Concurrent;
using Foldstream;

namespace Bank;

/// <summary>Imports bookings: several accounts at a time, each account's bookings in the order of the file.</summary>
internal sealed class BookingImport(IEventStore store, decimal overdraftLimit)
{
    /// <summary>The overdraft limit that accounts are opened with where nobody says another.</summary>
    public const decimal DefaultOverdraftLimit = 50_000m;

    // A store that commits the appends of several callers together is faster when it has several callers.
    private const int AccountsAtATime = 32;

    /// <param name="bookings">The bookings, in the order of the file.</param>
    /// <param name="booked">Is called after each booking, from several threads.</param>
    /// <param name="cancellationToken">Ends the import; what was stored by then stays stored.</param>
    public async Task<ImportResult> RunAsync(
        IReadOnlyList<Booking> bookings, Action? booked = null, CancellationToken cancellationToken = default)
    {
        var results = new ConcurrentBag<AccountImportResult>();
        var limits = new ParallelOptions { MaxDegreeOfParallelism = AccountsAtATime, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(bookings.GroupBy(booking => booking.AccountId), limits, async (account, token) =>
            results.Add(await ImportAccountAsync(account, booked, token)));
        return new ImportResult(
            results.Count,
            bookings.Count,
            results.Sum(result => result.Stored),
            results.Sum(result => result.AlreadyStored),
            [.. results.SelectMany(result => result.Mismatches).OrderBy(mismatch => mismatch.Booking.Line)]);
    }

    private async ValueTask<AccountImportResult> ImportAccountAsync(
        IEnumerable<Booking> bookings, Action? booked, CancellationToken cancellationToken)
    {
        var import = new AccountImport(store, overdraftLimit);
        foreach (var booking in bookings)
        {
            await import.ImportAsync(booking, cancellationToken);
            booked?.Invoke();
        }

        return import.Result;
    }
}
