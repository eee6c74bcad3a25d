using Foldstream;

namespace Bank;

/// <summary>An account and its history, as of a day.</summary>
internal sealed record Statement(Account Account, IReadOnlyList<StatementLine> Lines)
{
    /// <summary>Reads the statement; null where the account has no history by then.</summary>
    /// <param name="store">The store.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="day">The last day to look at, to its end in UTC; null for all that is known.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async Task<Statement?> ReadAsync(
        IEventStore store, string accountId, DateOnly? day = null, CancellationToken cancellationToken = default)
    {
        var until = EndOf(day);
        var account = await store.FindAsync<Account>(accountId, AsOf.Occurred(until), cancellationToken);
        return account is null ? null : new Statement(account, await ReadLinesAsync(store, accountId, until, cancellationToken));
    }

    private static async Task<IReadOnlyList<StatementLine>> ReadLinesAsync(
        IEventStore store, string accountId, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var lines = new List<StatementLine>();
        var balance = 0m;
        var stream = new StreamId(Account.Category, accountId);
        await foreach (var (@event, recorded) in store.With(BankEvents.Model).ReadAsync(stream, cancellationToken: cancellationToken))
        {
            if (recorded.OccurredAt > until)
                continue;
            var movement = Movement.Of(@event);
            balance += movement.Change;
            lines.Add(new StatementLine(recorded.OccurredAt, recorded.Metadata.CausationId, movement, balance));
        }

        return lines;
    }

    private static DateTimeOffset EndOf(DateOnly? day) =>
        day is { } date ? new DateTimeOffset(date, TimeOnly.MaxValue, TimeSpan.Zero) : DateTimeOffset.MaxValue;
}
