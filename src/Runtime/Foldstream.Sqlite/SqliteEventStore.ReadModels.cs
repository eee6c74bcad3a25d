using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite;

/// <content>Documents, and the transactions over them.</content>
public sealed partial class SqliteEventStore
{
    /// <inheritdoc/>
    public InlineProjections Inline => file.Writer.Inline;

    /// <inheritdoc/>
    public async ValueTask<ProjectionState> PrepareAsync(
        ProjectionDefinition projection, string fingerprint, bool isShadow = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(fingerprint);
        return await file.Queue.ChangeAsync(writer => writer.Prepare(projection, fingerprint, isShadow), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<ProjectionState?> FindProjectionAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return file.Readers.QueryTablesAsync(tables => tables.Projections.Find(name), cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DropShadowAsync(string projection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projection);
        await file.Queue.ChangeAsync(
            writer =>
            {
                writer.Documents.Drop(new DocumentCollection(projection).Shadow);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> ForgetProjectionAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        return await file.Queue.ChangeAsync(writer => writer.ForgetProjection(name), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredDocument>> LoadDocumentsAsync(
        DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return file.Readers.QueryTablesAsync(tables => tables.Documents.Load(collection, keys), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredDocument>> QueryAsync(
        DocumentCollection collection, DocumentQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        return file.Readers.QueryTablesAsync(tables => tables.Documents.Query(collection, query), cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long> CountAsync(
        DocumentCollection collection, string? tenant, DocumentFilter? filter, CancellationToken cancellationToken = default) =>
        file.Readers.QueryTablesAsync(tables => tables.Documents.Count(collection, tenant, filter), cancellationToken);

    /// <inheritdoc/>
    /// <remarks>
    /// The store's one writer waits for the work: until it ends, nothing else is written through this store or by other processes, while reads go on. The work is run once.
    /// Appends are excluded in any case.
    /// </remarks>
    /// <exception cref="InvalidOperationException">It is called from the work of another transaction of this store, or the work has ended the transaction by itself.</exception>
    /// <exception cref="StoreBusyException">Others held the file's lock for longer than <see cref="SqliteStoreOptions.BusyTimeout"/>.</exception>
    /// <exception cref="ObjectDisposedException">The store was disposed of.</exception>
    public async ValueTask TransactAsync(
        Func<IReadModelTransaction, CancellationToken, ValueTask> work, bool excludesAppends = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        await file.Queue.RunAloneAsync(
            async (pending, shared) =>
            {
                var transaction = new ReadModelTransaction(file.Writer, file.Faults, pending, shared);
                await work(transaction, cancellationToken).ConfigureAwait(false);
                transaction.ThrowIfLost();
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Commands of its <see cref="SqliteTransaction.Connection"/> take part in the transaction; see to it that their readers are closed before the work ends. The store
    /// commits or rolls back, and closes the connection.
    /// </remarks>
    /// <exception cref="ArgumentException">It is a transaction of something else.</exception>
    /// <exception cref="ObjectDisposedException">The transaction has ended.</exception>
    public SqliteTransaction Unwrap(IReadModelTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return transaction is ReadModelTransaction own && own.IsOf(file.Writer)
            ? own.Shared
            : throw new ArgumentException("It is no transaction of this store: unwrap it by the store whose TransactAsync handed it over.", nameof(transaction));
    }

    private async ValueTask<AppendResult> AppendInlineAsync(StreamAppend append, CancellationToken cancellationToken) =>
        (await AppendInlineAsync(new[] { append }, cancellationToken).ConfigureAwait(false))[0];

    /// <summary>Appends alone, together with what the inline projections make of the events.</summary>
    private async ValueTask<IReadOnlyList<AppendResult>> AppendInlineAsync(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        StreamAppend[] together = [.. appends];
        AppendResult[] results = [];
        await file.Queue.RunAloneAsync(
            async (pending, shared) =>
            {
                var transaction = new ReadModelTransaction(file.Writer, file.Faults, pending, shared);
                results = transaction.Use(writer => writer.Events.AppendAlone(together), cancellationToken);
                if (results[0].AlreadyStored)
                    return;
                pending.HasStoredEvents = true;
                var events = transaction.Use(writer => writer.Events.Stored(results, together.Sum(append => append.Events.Count)), cancellationToken);
                await Inline.ApplyAsync(transaction, file.Writer.Guard.States, events, cancellationToken).ConfigureAwait(false);
                // Again: a projection may have been stopped in this process since the events were let in.
                file.Writer.Guard.CheckAlone(together);
                transaction.ThrowIfLost();
            },
            cancellationToken).ConfigureAwait(false);
        return results;
    }
}
