namespace Foldstream;

/// <summary>A transaction of an in-memory store: it draws up other tables; the store puts them in place. One runs at a time.</summary>
internal sealed class InMemoryTransaction(InMemoryTables tables, TimeProvider clock) : IReadModelTransaction
{
    private bool ended;

    /// <summary>The tables as this transaction leaves them.</summary>
    public InMemoryTables Tables { get; private set; } = tables;

    /// <summary>Refuses any further use.</summary>
    public void End() => ended = true;

    public ValueTask<IReadOnlyList<StoredDocument>> LockDocumentsAsync(
        DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        // Nothing to lock: transactions follow one another.
        return ValueTask.FromResult(Use(cancellationToken, () => InMemoryReading.Load(Tables, collection, keys)));
    }

    public ValueTask WriteAsync(DocumentChanges changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        return Change(cancellationToken, () => Tables.Change(changes));
    }

    public ValueTask AdvanceAsync(Progress progress, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(progress);
        return Change(cancellationToken, () => Tables.Advance(progress, Now));
    }

    public ValueTask PromoteAsync(ProjectionState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Change(cancellationToken, () => Tables.Promote(state));
    }

    public ValueTask SaveStateAsync(ProjectionDefinition projection, ProjectionState state, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(projection);
        ArgumentNullException.ThrowIfNull(state);
        return Change(cancellationToken, () => Tables with { Projections = Tables.Projections.SetItem(state.Name, new InMemoryProjection(state, projection)) });
    }

    public async ValueTask<IReadOnlyList<Checkpoint>> RestartAsync(
        string subscription, int partitions, GlobalPosition? position, IReadOnlyList<long>? expectedTokens = null, CancellationToken cancellationToken = default)
    {
        await Change(cancellationToken, () => Tables.Restart(subscription, partitions, position, expectedTokens, Now)).ConfigureAwait(false);
        return Tables.Checkpoints[subscription];
    }

    public async ValueTask<bool> ForgetAsync(string subscription, CancellationToken cancellationToken = default)
    {
        var known = Tables.Checkpoints.ContainsKey(subscription);
        await Change(cancellationToken, () => Tables.Forget(subscription)).ConfigureAwait(false);
        return known;
    }

    private DateTimeOffset Now => StoredTime.Normalize(clock.GetUtcNow());

    private ValueTask Change(CancellationToken cancellationToken, Func<InMemoryTables> change)
    {
        Tables = Use(cancellationToken, change);
        return ValueTask.CompletedTask;
    }

    private T Use<T>(CancellationToken cancellationToken, Func<T> use)
    {
        cancellationToken.ThrowIfCancellationRequested();
        ObjectDisposedException.ThrowIf(ended, this);
        return use();
    }
}
