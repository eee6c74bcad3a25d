using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite;

/// <summary>A store that keeps its events in one SQLite file: embedded, durable, and shared with other processes on the machine.</summary>
/// <remarks>
/// Appends of all callers go through one writer, which commits together what arrives together; an append that comes alone is written on the thread of its caller.
/// Reads run beside it on connections of their own, on the thread of their caller. Safe under concurrent use.
/// </remarks>
public sealed partial class SqliteEventStore : IEncodingEventStore, IMultiStreamAppend, IReadModelStore<SqliteTransaction>, ILeaseStore, ISnapshotStore
{
    private const string Kind = "sqlite";

    private readonly Lock gate = new();
    private readonly OpenFile file;
    private Task? disposal;

    private SqliteEventStore(OpenFile file, EventStoreOptions options)
    {
        this.file = file;
        Options = options;
    }

    /// <inheritdoc/>
    public EventStoreOptions Options { get; }

    /// <summary>What the store works with, for the tests of this package.</summary>
    internal OpenFile File => file;

    /// <summary>Opens the store in a file; makes the file, but not its folder, where there is none.</summary>
    /// <param name="path">The file, such as <c>bank.db</c>. While the store is in use SQLite keeps two more beside it, <c>-wal</c> and <c>-shm</c>.</param>
    /// <param name="options">Durability, waits and limits. The default, null, is <see cref="SqliteStoreOptions.Default"/>.</param>
    /// <param name="cancellationToken">Ends the attempt before it begins.</param>
    /// <exception cref="ArgumentException">The path is empty, or names SQLite's memory: use <see cref="InMemoryEventStore"/> for that.</exception>
    /// <exception cref="IncompatibleStoreException">The file is something else, or was made by a newer version of this package.</exception>
    /// <exception cref="CorruptStoreException">The file is damaged.</exception>
    /// <exception cref="StoreBusyException">Others held the file's lock for longer than <see cref="SqliteStoreOptions.BusyTimeout"/>.</exception>
    /// <exception cref="StoreUnavailableException">The file cannot be opened, made or written.</exception>
    public static async ValueTask<SqliteEventStore> OpenAsync(
        string path, SqliteStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        if (path == ":memory:")
            throw new ArgumentException($"'{path}' is no file: use {nameof(InMemoryEventStore)} for a store in memory.", nameof(path));
        var settings = options ?? SqliteStoreOptions.Default;
        // Opening may wait for the locks of other processes.
        var opened = await Task.Run(() => OpenFile.Open(Path.GetFullPath(path), settings), cancellationToken).ConfigureAwait(false);
        return new SqliteEventStore(opened, settings.Store);
    }

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The file cannot be locked or written.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed of.</exception>
    public ValueTask<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(append);
        return StoreTelemetry.AppendAsync(Kind, this, append, static (store, one, cancellation) => store.AppendOneAsync(one, cancellation), cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The file cannot be locked or written.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed of.</exception>
    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(
        IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken = default)
    {
        MultiStreamRules.Check(appends);
        return StoreTelemetry.AppendAsync(Kind, this, appends, static (store, all, cancellation) => store.AppendAllAsync(all, cancellation), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask ReadAsync(
        StreamId stream, StreamRange range, IEventVisitor visitor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(visitor);
        return file.Readers.VisitAsync(reader => reader.ReadStream(stream, range, visitor, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask ReadAsync(LogRange range, IEventVisitor visitor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(visitor);
        return file.Readers.VisitAsync(reader => reader.ReadLog(range, visitor, cancellationToken), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return file.Readers.QueryAsync(reader => reader.Head(stream), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<GlobalPosition?> HeadAsync(CancellationToken cancellationToken = default) =>
        file.Readers.QueryAsync(static reader => reader.Head(), cancellationToken);

    /// <inheritdoc/>
    public ValueTask<RecordedEvent?> FindEventAsync(Guid eventId, CancellationToken cancellationToken = default) =>
        file.Readers.QueryAsync(reader => reader.Find(eventId), cancellationToken);

    /// <inheritdoc/>
    public ValueTask WaitAsync(GlobalPosition? after, CancellationToken cancellationToken = default)
    {
        var seen = after?.In(file.Identity) ?? 0;
        return file.Watch.WaitUntilAsync(HoldsMore, cancellationToken);

        async ValueTask<bool> HoldsMore() =>
            await HeadAsync(cancellationToken).ConfigureAwait(false) is { } last && last.Value > seen;
    }

    /// <summary>Writes what waits, lets the reads under way end, moves the write-ahead log into the file and closes it.</summary>
    /// <exception cref="InvalidOperationException">It is called from inside of a transaction of this store.</exception>
    public ValueTask DisposeAsync()
    {
        file.Queue.RefuseInsideTransaction();
        lock (gate)
            disposal ??= CloseAsync();
        return new ValueTask(disposal);
    }

    // Snapshots behind saves are written first.
    private async Task CloseAsync()
    {
        await this.FlushSnapshotsAsync().ConfigureAwait(false);
        await file.CloseAsync().ConfigureAwait(false);
    }

    private async ValueTask<AppendResult> AppendOneAsync(StreamAppend append, CancellationToken cancellationToken)
    {
        if (!Inline.Concern(append))
        {
            try
            {
                return await file.Queue.WriteAsync(append, cancellationToken).ConfigureAwait(false);
            }
            catch (GoesAloneException)
            {
                // The projection began while the append waited.
            }
        }

        return await AppendInlineAsync(append, cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<AppendResult>> AppendAllAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        if (!Inline.Concern(appends))
        {
            try
            {
                StreamAppend[] together = [.. appends];
                return await file.Queue.ChangeAsync(writer => writer.Events.Append(together), cancellationToken, storesEvents: true).ConfigureAwait(false);
            }
            catch (GoesAloneException)
            {
                // As above.
            }
        }

        return await AppendInlineAsync(appends, cancellationToken).ConfigureAwait(false);
    }
}
