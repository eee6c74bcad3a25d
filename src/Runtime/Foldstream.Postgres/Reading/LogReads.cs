using System.Collections.Concurrent;
using System.Data.Common;
using Npgsql;

namespace Foldstream.Postgres;

/// <summary>Reads the events of the whole store in its order, page by page, never beyond the safe position.</summary>
internal sealed class LogReads(Database database, EventQuery query, PageReader pages, SafePosition safe)
{
    private readonly ConcurrentDictionary<LogShape, string> texts = new();
    private readonly string head = query.Head;
    private readonly string lastVersion = query.LastVersion;

    public async ValueTask ReadAsync(LogRange range, IEventVisitor visitor, CancellationToken cancellationToken)
    {
        // Positions of other stores are refused before anything is read.
        var after = range.After?.In(database.Facts.Identity) ?? long.MinValue;
        var upTo = range.UpTo?.In(database.Facts.Identity) ?? long.MaxValue;
        var counting = new CountingVisitor(visitor);
        await TryAsync(() => ReadOnAsync(range, after, upTo, counting, cancellationToken), cancellationToken).ConfigureAwait(false);
        counting.ThrowError();
    }

    /// <summary>The last position that a reader can see after another; null where there is none. Tells whether writers hold something back.</summary>
    public ValueTask<(long? Last, bool IsHeldBack)> HeadAsync(long after, CancellationToken cancellationToken) =>
        TryAsync(
            async () =>
            {
                var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
                await using var closing = connection.ConfigureAwait(false);
                var progress = await safe.AskAsync(connection, cancellationToken).ConfigureAwait(false);
                var command = database.Command(connection, head);
                await using var disposing = command.ConfigureAwait(false);
                command.Parameters.AddInt64(after);
                command.Parameters.AddInt64(progress.Safe);
                var last = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
                return (last as long?, progress.IsHeldBack);
            },
            cancellationToken);

    private ValueTask<T> TryAsync<T>(Func<ValueTask<T>> work, CancellationToken cancellationToken) =>
        database.TryAsync(
            async _ =>
            {
                try
                {
                    return await work().ConfigureAwait(false);
                }
                catch (NpgsqlException)
                {
                    safe.Doubt();
                    throw;
                }
            },
            cancellationToken);

    // Begins where an attempt before it ended.
    private async ValueTask<bool> ReadOnAsync(
        LogRange range, long after, long upTo, CountingVisitor visitor, CancellationToken cancellationToken)
    {
        var connection = await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var closing = connection.ConfigureAwait(false);
        // A reader that is behind begins with what is known to be safe, and asks when that has run out.
        var asks = range.Direction == ReadDirection.Forwards && Rest(range, after, upTo, visitor).After < safe.Known;
        var end = asks ? Math.Min(upTo, safe.Known) : await EndAsync(connection, upTo, cancellationToken).ConfigureAwait(false);
        var text = texts.GetOrAdd(LogShape.Of(range), query.Log);
        var first = range is { Stream: { } stream, After: not null, Direction: ReadDirection.Forwards } && visitor.Count == 0
            ? await LastVersionAsync(connection, stream, after, cancellationToken).ConfigureAwait(false)
            : -1;
        while (!visitor.Stopped)
        {
            var before = visitor.Count;
            var wanted = Wanted(range, visitor);
            if (wanted == 0)
                break;
            var (from, to) = Rest(range, after, end, visitor);
            await pages.ReadAsync(
                connection,
                text,
                parameters =>
                {
                    parameters.AddInt64(from);
                    parameters.AddInt64(to);
                    parameters.AddInt64(wanted);
                    BindStream(parameters, range, visitor, first);
                    EventQuery.BindFilters(parameters, range);
                },
                null,
                visitor,
                cancellationToken).ConfigureAwait(false);
            if (visitor.Count - before == wanted)
                continue;
            if (!asks)
                break;
            asks = false;
            end = await EndAsync(connection, upTo, cancellationToken).ConfigureAwait(false);
        }

        return true;
    }

    private static void BindStream(DbParameterCollection parameters, LogRange range, CountingVisitor visitor, long first)
    {
        if (range.Stream is not { } stream)
            return;
        AppendLookup.AddStream(parameters, stream);
        var isForwards = range.Direction == ReadDirection.Forwards;
        parameters.AddInt64(visitor.Count > 0 && isForwards ? visitor.LastVersion : first);
        parameters.AddInt64(visitor.Count > 0 && !isForwards ? visitor.LastVersion : long.MaxValue);
    }

    private async ValueTask<long> LastVersionAsync(NpgsqlConnection connection, StreamId stream, long upTo, CancellationToken cancellationToken)
    {
        var command = database.Command(connection, lastVersion);
        await using var disposing = command.ConfigureAwait(false);
        AppendLookup.AddStream(command.Parameters, stream);
        command.Parameters.AddInt64(upTo);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is long version ? version : -1;
    }

    private async ValueTask<long> EndAsync(NpgsqlConnection connection, long upTo, CancellationToken cancellationToken)
    {
        if (upTo <= safe.Known)
            return upTo;
        var progress = await safe.AskAsync(connection, cancellationToken).ConfigureAwait(false);
        return Math.Min(upTo, progress.Safe);
    }

    private static long Wanted(LogRange range, CountingVisitor visitor) =>
        Math.Min((range.Limit ?? long.MaxValue) - visitor.Count, PageReader.Size);

    private static (long After, long UpTo) Rest(LogRange range, long after, long upTo, CountingVisitor visitor) =>
        visitor.Count == 0 ? (after, upTo)
        : range.Direction == ReadDirection.Forwards ? (visitor.LastPosition, upTo)
        : (after, visitor.LastPosition - 1);
}
