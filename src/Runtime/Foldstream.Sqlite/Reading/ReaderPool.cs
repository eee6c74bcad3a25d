using System.Collections.Concurrent;

namespace Foldstream.Sqlite;

/// <summary>The connections for reading: each read has one to itself, so that it sees one state of the store from begin to end.</summary>
internal sealed class ReaderPool(Func<Connection> open, Guid store, StoreFaults faults, SqliteStoreOptions options) : IAsyncDisposable
{
    private readonly SemaphoreSlim places = new(options.ReaderConnections);
    private readonly ConcurrentBag<Reader> idle = [];
    private volatile bool disposed;

    /// <summary>Runs a query for events; waits while all connections are in use.</summary>
    /// <exception cref="ObjectDisposedException">The store was disposed of.</exception>
    public ValueTask<TResult> QueryAsync<TResult>(Func<EventReader, TResult> query, CancellationToken cancellationToken) =>
        RunAsync(reader => query(reader.Events), cancellationToken);

    /// <summary>Runs queries for what is kept beside the events; all see the store at one moment.</summary>
    /// <inheritdoc cref="QueryAsync{TResult}"/>
    public ValueTask<TResult> QueryTablesAsync<TResult>(Func<StoreTables, TResult> query, CancellationToken cancellationToken) =>
        RunAsync(reader => AtOneMoment(reader, query), cancellationToken);

    /// <summary>Runs a query that gives its events to a visitor.</summary>
    /// <inheritdoc cref="QueryAsync{TResult}"/>
    public async ValueTask VisitAsync(Action<EventReader> query, CancellationToken cancellationToken) =>
        await QueryAsync(
            reader =>
            {
                query(reader);
                return true;
            },
            cancellationToken).ConfigureAwait(false);

    /// <summary>Closes the connections as soon as the reads that are under way have ended.</summary>
    public async ValueTask DisposeAsync()
    {
        disposed = true;
        for (var place = 0; place < options.ReaderConnections; place++)
            await places.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        foreach (var reader in idle)
            reader.Connection.Dispose();
        // Whoever still waits for a place is to learn that the store is gone.
        places.Release(options.ReaderConnections);
    }

    private static TResult AtOneMoment<TResult>(Reader reader, Func<StoreTables, TResult> query)
    {
        reader.Connection.Kept("BEGIN").Execute();
        try
        {
            return query(reader.Tables);
        }
        finally
        {
            // SQLite may have done it by itself after a fault.
            if (reader.Connection.InTransaction)
                reader.Connection.Kept("ROLLBACK").Execute();
        }
    }

    private async ValueTask<TResult> RunAsync<TResult>(Func<Reader, TResult> query, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        await places.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            ThrowIfDisposed();
            return Query(query);
        }
        catch (SqliteFault fault)
        {
            throw faults.Explain(fault);
        }
        finally
        {
            places.Release();
        }
    }

    private TResult Query<TResult>(Func<Reader, TResult> query)
    {
        var reader = idle.TryTake(out var kept) ? kept : Open();
        try
        {
            return query(reader);
        }
        finally
        {
            idle.Add(reader);
        }
    }

    private Reader Open()
    {
        var connection = open();
        try
        {
            connection.Execute("PRAGMA query_only = ON");
            TextMatching.Register(connection);
            return new Reader(connection, new EventReader(connection, store), new StoreTables(connection, store, options.QueryOperators));
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(disposed, typeof(SqliteEventStore));

    private sealed record Reader(Connection Connection, EventReader Events, StoreTables Tables);
}
