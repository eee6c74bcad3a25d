using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite;

/// <summary>A transaction over documents and checkpoints, on the connection that the writer has lent.</summary>
/// <remarks>Nobody else writes meanwhile, so documents need no locks of their own.</remarks>
internal sealed class ReadModelTransaction(StoreWriter writer, StoreFaults faults, PendingWork work, SqliteTransaction shared) : IReadModelTransaction
{
    private readonly Lock gate = new();
    private PartitionLostException? lost;

    /// <summary>The transaction as Microsoft.Data.Sqlite knows it.</summary>
    /// <exception cref="ObjectDisposedException">The transaction has ended.</exception>
    public SqliteTransaction Shared
    {
        get
        {
            ObjectDisposedException.ThrowIf(work.IsOver, this);
            return shared;
        }
    }

    public bool IsOf(StoreWriter other) => other == writer;

    public ValueTask<IReadOnlyList<StoredDocument>> LockDocumentsAsync(
        DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return ValueTask.FromResult(Use(now => now.Tables.Documents.Load(collection, keys), cancellationToken));
    }

    public ValueTask WriteAsync(DocumentChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return Do(now => now.Documents.Change(changes), cancellationToken);
    }

    public ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return Do(now => now.Advance(progress), cancellationToken);
    }

    public ValueTask PromoteAsync(ProjectionState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Do(now => now.Promote(state), cancellationToken);
    }

    public ValueTask SaveStateAsync(ProjectionDefinition projection, ProjectionState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(state);
        return Do(now => now.SaveState(projection, state), cancellationToken);
    }

    public ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        return ValueTask.FromResult(Use(now => now.Restart(subscription, partitions, position, expectedTokens), cancellationToken));
    }

    public ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(subscription);
        return ValueTask.FromResult(Use(now => now.ForgetSubscription(subscription), cancellationToken));
    }

    /// <summary>Work that lost its partition keeps nothing, also where it took no notice.</summary>
    public void ThrowIfLost()
    {
        if (lost is not null)
            throw lost;
    }

    /// <summary>Works on the lent connection, as long as it is lent and the transaction is open.</summary>
    /// <exception cref="FoldstreamException">SQLite did not do it.</exception>
    public T Use<T>(Func<StoreWriter, T> use, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            ObjectDisposedException.ThrowIf(work.IsOver, this);
            // Without it the change would be kept at once, on its own.
            if (!writer.InTransaction)
                throw GroupCommit.EndedInside();
            try
            {
                return use(writer);
            }
            catch (SqliteFault fault)
            {
                throw faults.Explain(fault);
            }
            catch (PartitionLostException error)
            {
                lost = error;
                throw;
            }
        }
    }

    private ValueTask Do(Action<StoreWriter> change, CancellationToken cancellationToken)
    {
        Use(
            now =>
            {
                change(now);
                return true;
            },
            cancellationToken);
        return ValueTask.CompletedTask;
    }
}
