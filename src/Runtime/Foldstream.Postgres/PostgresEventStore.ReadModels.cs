using Npgsql;

namespace Foldstream.Postgres;

/// <content>Documents, and the transactions over them.</content>
public sealed partial class PostgresEventStore
{
    /// <inheritdoc/>
    public InlineProjections Inline => open.Inline;

    /// <inheritdoc/>
    /// <remarks>An index that is added to a table with documents is built at once: writers of these documents wait for it, readers do not.</remarks>
    /// <exception cref="ArgumentException">No table can be named after the projection.</exception>
    /// <exception cref="StoreUnavailableException">The server could not be reached, or refused the role.</exception>
    public ValueTask<ProjectionState> PrepareAsync(
        ProjectionDefinition projection, string fingerprint, bool isShadow = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(fingerprint);
        ThrowIfDisposed();
        return open.Projections.PrepareAsync(projection, fingerprint, isShadow, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<ProjectionState?> FindProjectionAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ThrowIfDisposed();
        return open.Projections.FindAsync(name, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DropShadowAsync(string projection, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ThrowIfDisposed();
        return open.Projections.DropShadowAsync(projection, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> ForgetProjectionAsync(string name, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(name);
        ThrowIfDisposed();
        return open.Projections.ForgetAsync(name, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<StoredDocument>> LoadDocumentsAsync(
        DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        ThrowIfDisposed();
        return open.Documents.LoadAsync(collection, keys, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="UnknownOperatorException">The filter asks for an operator that <see cref="PostgresStoreOptions.QueryOperators"/> does not have.</exception>
    public ValueTask<IReadOnlyList<StoredDocument>> QueryAsync(
        DocumentCollection collection, DocumentQuery query, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(query);
        ThrowIfDisposed();
        return open.Queries.FindAsync(collection, query, cancellationToken);
    }

    /// <inheritdoc/>
    /// <exception cref="UnknownOperatorException">The filter asks for an operator that <see cref="PostgresStoreOptions.QueryOperators"/> does not have.</exception>
    public ValueTask<long> CountAsync(
        DocumentCollection collection, string? tenant, DocumentFilter? filter, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return open.Queries.CountAsync(collection, tenant, filter, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>
    /// Documents and checkpoints that are written go to the server at the next question or at the end, and what it says to them comes from here. Where the connection ends
    /// at the commit, whether it was stored is open: <see cref="StoreUnavailableException"/>, and nothing is run again; take partitions over anew, and go on from their checkpoints.
    /// </remarks>
    /// <exception cref="StoreUnavailableException">The server could not be reached, or refused.</exception>
    /// <exception cref="StoreBusyException">Something on the server took too long, or others were faster at each of <see cref="PostgresStoreOptions.FaultAttempts"/>.</exception>
    public ValueTask TransactAsync(
        Func<IReadModelTransaction, CancellationToken, ValueTask> work, bool excludesAppends = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(work);
        ThrowIfDisposed();
        return open.Transactions.RunAsync(work, excludesAppends, cancellationToken);
    }

    /// <inheritdoc/>
    /// <remarks>Leave its end to the store. Errors of your own statements come from <see cref="TransactAsync"/> as they are; faults that pass run the work again.</remarks>
    /// <exception cref="ArgumentException">The transaction is not one of this kind of store.</exception>
    public NpgsqlTransaction Unwrap(IReadModelTransaction transaction)
    {
        ArgumentNullException.ThrowIfNull(transaction);
        return transaction is ReadModelTransaction own
            ? own.Unwrap()
            : throw new ArgumentException($"The transaction is a {transaction.GetType().Name}, not one of a PostgreSQL store.", nameof(transaction));
    }
}
