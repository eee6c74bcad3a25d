using System.Runtime.CompilerServices;
using Npgsql;

namespace Foldstream.Postgres;

/// <summary>A store that keeps its events in a PostgreSQL database: for production, for many processes at once. PostgreSQL 14 or later.</summary>
/// <remarks>
/// Every append is one round trip; those that arrive together share a transaction. The log has one order, in which nothing ever appears
/// before what a reader has seen, and writers do not wait for one another to get it. Safe under concurrent use.
/// </remarks>
public sealed partial class PostgresEventStore : IMultiStreamAppend, IReadModelStore<NpgsqlTransaction>, ILeaseStore, ISnapshotStore
{
    private const string Kind = "postgresql";

    private readonly OpenStore open;
    private readonly Lazy<Task> closing;
    private bool disposed;

    private PostgresEventStore(OpenStore open)
    {
        this.open = open;
        closing = new Lazy<Task>(CloseAsync);
    }

    /// <inheritdoc/>
    public EventStoreOptions Options => open.Database.Options.Store;

    /// <summary>What the store works with, for the tests of this package.</summary>
    internal OpenStore Parts => open;

    /// <summary>Opens the store in a database; makes its schema where there is none and <see cref="PostgresStoreOptions.EnsureSchema"/> allows it.</summary>
    /// <param name="connectionString">
    /// As Npgsql takes it. What is not said there is set for the store: statements are prepared and connections are not reset between uses,
    /// because the store leaves nothing behind on them.
    /// </param>
    /// <param name="options">Schema, limits and waits. The default, null, is <see cref="PostgresStoreOptions.Default"/>.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <exception cref="IncompatibleStoreException">The schema is missing and may not be made, is something else, or was made by a newer version of this package.</exception>
    /// <exception cref="StoreUnavailableException">The server cannot be reached, or refuses.</exception>
    public static async ValueTask<PostgresEventStore> OpenAsync(
        string connectionString, PostgresStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        var source = OwnDataSource.Build(connectionString);
        try
        {
            return new PostgresEventStore(await OpenStore.OpenAsync(source, true, options, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await source.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens the store in a database of the user's data source, which is used as it is and stays the user's to close.</summary>
    /// <inheritdoc cref="OpenAsync(string, PostgresStoreOptions?, CancellationToken)"/>
    /// <param name="dataSource">The data source. With automatic preparation (<c>Max Auto Prepare</c>) and without reset the store is up to twice as fast.</param>
    /// <param name="options">Schema, limits and waits. The default, null, is <see cref="PostgresStoreOptions.Default"/>.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    public static async ValueTask<PostgresEventStore> OpenAsync(
        NpgsqlDataSource dataSource, PostgresStoreOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dataSource);
        return new PostgresEventStore(await OpenStore.OpenAsync(dataSource, false, options, cancellationToken).ConfigureAwait(false));
    }

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The server could not be reached, or refused, at each of <see cref="PostgresStoreOptions.FaultAttempts"/>.</exception>
    /// <exception cref="StoreBusyException">Something on the server took too long, or others were faster at each of <see cref="PostgresStoreOptions.ConditionAttempts"/>.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed of.</exception>
    public async ValueTask<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(append);
        ThrowIfDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        var result = await StoreTelemetry.AppendAsync(
            Kind, this, append, static (store, one, cancellation) => store.RunAppendAsync(one, cancellation), cancellationToken).ConfigureAwait(false);
        if (!result.AlreadyStored)
            open.TellOfAppend();
        return result;
    }

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The server could not be reached, or refused, at each of <see cref="PostgresStoreOptions.FaultAttempts"/>.</exception>
    /// <exception cref="StoreBusyException">Something on the server took too long, or others were faster at each of <see cref="PostgresStoreOptions.ConditionAttempts"/>.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed of.</exception>
    public ValueTask<IReadOnlyList<AppendResult>> AppendAsync(
        IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken = default)
    {
        MultiStreamRules.Check(appends);
        return AppendAsync(appends, open.MultiStream.SendAsync, cancellationToken);
    }

    /// <summary>Stores events inside the user's own transaction, so that they and the user's tables commit together or not at all.</summary>
    /// <param name="append">The append.</param>
    /// <param name="transaction">A transaction of a connection to the store's database. A refused append leaves it usable, and without the append.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <remarks>
    /// Until the transaction ends, readers of the log see nothing that is appended from now on: keep it short. Waiting readers find
    /// its events by polling. Nothing is tried again: a fault ends the user's transaction. Inline projections of the events are applied within it, and
    /// keep their documents locked until it ends.
    /// </remarks>
    /// <exception cref="WrongExpectedVersionException">The stream is not at the version that the append expects.</exception>
    /// <exception cref="WriteConditionException">Another condition of the append does not hold.</exception>
    /// <exception cref="StreamClosedException">A final event closed the stream.</exception>
    /// <exception cref="DuplicateEventException">An event id is stored already, and not by the same append.</exception>
    /// <exception cref="InlineProjectionMissingException">A projection of the events is inline in this store, and this process does not run it.</exception>
    /// <exception cref="StoreBusyException">The transaction met others that it cannot go on beside: roll it back and run it again.</exception>
    /// <exception cref="StoreUnavailableException">The server could not be reached, or refused.</exception>
    public async ValueTask<AppendResult> AppendAsync(
        StreamAppend append, NpgsqlTransaction transaction, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(append);
        var results = await AppendAsync([append], transaction, cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    /// <summary>Stores events of several streams inside the user's own transaction.</summary>
    /// <param name="appends">The appends.</param>
    /// <param name="transaction">A transaction of a connection to the store's database. Refused appends leave it usable, and without them.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <inheritdoc cref="AppendAsync(StreamAppend, NpgsqlTransaction, CancellationToken)"/>
    public async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(
        IReadOnlyList<StreamAppend> appends, NpgsqlTransaction transaction, CancellationToken cancellationToken = default)
    {
        MultiStreamRules.Check(appends);
        ArgumentNullException.ThrowIfNull(transaction);
        ThrowIfDisposed();
        var connection = transaction.Connection
            ?? throw new ArgumentException("The transaction has ended: begin another one.", nameof(transaction));
        return await StoreTelemetry.AppendAsync(
            Kind,
            (Store: this, Transaction: transaction, Connection: connection),
            appends,
            static (way, batch, cancellation) => way.Store.RunWithinAsync(batch, way.Transaction, way.Connection, cancellation),
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask ReadAsync(
        StreamId stream, StreamRange range, IEventVisitor visitor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(visitor);
        ThrowIfDisposed();
        return open.Streams.ReadAsync(stream, range, visitor, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The server is a standby, could not be reached, or refused.</exception>
    public ValueTask ReadAsync(LogRange range, IEventVisitor visitor, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(range);
        ArgumentNullException.ThrowIfNull(visitor);
        ThrowIfDisposed();
        return open.Log.ReadAsync(range, visitor, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ThrowIfDisposed();
        var (head, _) = await open.Database.TryAsync(
            _ => open.Lookup.HeadAsync(stream, null, cancellationToken), cancellationToken).ConfigureAwait(false);
        return head;
    }

    /// <inheritdoc/>
    /// <exception cref="StoreUnavailableException">The server is a standby, could not be reached, or refused.</exception>
    public async ValueTask<GlobalPosition?> HeadAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        var (last, _) = await open.Log.HeadAsync(long.MinValue, cancellationToken).ConfigureAwait(false);
        return last is { } position ? new GlobalPosition(open.Database.Facts.Identity, position) : null;
    }

    /// <inheritdoc/>
    public async ValueTask<RecordedEvent?> FindEventAsync(Guid eventId, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        var found = await open.Database.TryAsync(
            _ => open.Lookup.FindAsync([eventId], null, cancellationToken), cancellationToken).ConfigureAwait(false);
        return found.GetValueOrDefault(eventId);
    }

    /// <inheritdoc/>
    /// <remarks>A server that is away for a while does not end the wait.</remarks>
    public ValueTask WaitAsync(GlobalPosition? after, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return open.Watch.WaitAsync(after?.In(open.Database.Facts.Identity) ?? long.MinValue, cancellationToken);
    }

    /// <summary>Tells how far readers of the log can see, and what holds them back.</summary>
    /// <exception cref="StoreUnavailableException">The server is a standby, could not be reached, or refused.</exception>
    public ValueTask<PostgresHealth> CheckHealthAsync(CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return open.Health.RunAsync(cancellationToken);
    }

    /// <summary>Lets appends that are on their way end and snapshots behind saves be written, ends the waits, and closes the connections that the store made.</summary>
    /// <remarks>Whoever calls it again waits for the same end.</remarks>
    public ValueTask DisposeAsync() => new(closing.Value);

    private async Task CloseAsync()
    {
        await this.FlushSnapshotsAsync().ConfigureAwait(false);
        Volatile.Write(ref disposed, true);
        await open.DisposeAsync().ConfigureAwait(false);
    }

    private async ValueTask<IReadOnlyList<AppendResult>> AppendAsync(
        IReadOnlyList<StreamAppend> appends, AppendRun.Send send, CancellationToken cancellationToken)
    {
        ThrowIfDisposed();
        cancellationToken.ThrowIfCancellationRequested();
        var results = await StoreTelemetry.AppendAsync(
            Kind,
            (Store: this, Send: send),
            appends,
            static (way, batch, cancellation) => way.Store.RunAppendAsync(batch, way.Send, cancellation),
            cancellationToken).ConfigureAwait(false);
        if (!results[0].AlreadyStored)
            open.TellOfAppend();
        return results;
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<AppendResult> RunAppendAsync(StreamAppend append, CancellationToken cancellationToken)
    {
        try
        {
            if (!Inline.Concern(append))
                return await open.Single.RunAsync(append, cancellationToken).ConfigureAwait(false);
        }
        catch (InlineProjectionMissingException missing) when (Inline.Names.Contains(missing.Projection, StringComparer.Ordinal))
        {
            // It was on its way when this process made the projection inline, and nothing was stored.
        }

        var results = await RunAppendAsync([append], open.Single.SendAsync, cancellationToken).ConfigureAwait(false);
        return results[0];
    }

    private ValueTask<IReadOnlyList<AppendResult>> RunAppendAsync(
        IReadOnlyList<StreamAppend> appends, AppendRun.Send send, CancellationToken cancellationToken) =>
        WithInlineAsync(
            appends,
            isInline => open.Appends.RunAsync(appends, isInline ? open.InlineAppends.SendAsync : send, null, cancellationToken));

    private ValueTask<IReadOnlyList<AppendResult>> RunWithinAsync(
        IReadOnlyList<StreamAppend> appends, NpgsqlTransaction transaction, NpgsqlConnection connection, CancellationToken cancellationToken) =>
        WithInlineAsync(
            appends,
            async isInline =>
            {
                TransactionSender.SendWithin within = isInline
                    ? open.InlineAppends.SendWithinAsync
                    : (outer, batch, expected, cancellation) => open.MultiStream.SendWithinAsync(outer.Connection!, batch, expected, cancellation);
                try
                {
                    return await open.Appends.RunAsync(appends, new TransactionSender(within, transaction).SendAsync, connection, cancellationToken).ConfigureAwait(false);
                }
                catch (NpgsqlException error)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    throw open.Database.Faults.Explain(error);
                }
            });

    /// <summary>Runs an append with the projections that run inside it.</summary>
    private async ValueTask<IReadOnlyList<AppendResult>> WithInlineAsync(
        IReadOnlyList<StreamAppend> appends, Func<bool, ValueTask<IReadOnlyList<AppendResult>>> run)
    {
        while (true)
        {
            var before = Inline.Names;
            try
            {
                return await run(Inline.Concern(appends)).ConfigureAwait(false);
            }
            catch (InlineProjectionMissingException missing) when (!before.Contains(missing.Projection, StringComparer.Ordinal) && Inline.Names.Contains(missing.Projection, StringComparer.Ordinal))
            {
                // It was on its way when this process made the projection inline, and nothing was stored.
            }
        }
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref disposed), this);
}
