namespace Foldstream;

/// <summary>Snapshots of aggregates, by hand.</summary>
public static class AggregateSnapshots
{
    /// <summary>Keeps a snapshot of an aggregate as it is now, whatever its policy says.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The id of its stream, and its tenant where there are several.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>How many events it covers.</returns>
    /// <exception cref="StreamNotFoundException">It has no events.</exception>
    /// <exception cref="InvalidOperationException">Its type has no <see cref="SnapshotAttribute"/>.</exception>
    public static async ValueTask<long> SnapshotAsync<TAggregate>(
        this ISnapshotStore store, StreamKey key, CancellationToken cancellationToken = default)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(store);
        var definition = TAggregate.State ?? throw SnapshotRules.NotKept(typeof(TAggregate));
        var aggregate = await store.LoadAsync<TAggregate>(key, cancellationToken: cancellationToken).ConfigureAwait(false);
        var source = Source<TAggregate>(store, definition, key.In(TAggregate.Category));
        await store.SaveSnapshotAsync(source.Key, source.Take(aggregate, aggregate.History.Version), cancellationToken).ConfigureAwait(false);
        return aggregate.History.Version;
    }

    /// <summary>Removes the snapshot of an aggregate, so that the next load folds all of its events.</summary>
    /// <returns>Whether there was one.</returns>
    public static async ValueTask<bool> DeleteSnapshotAsync<TAggregate>(
        this ISnapshotStore store, StreamKey key, CancellationToken cancellationToken = default)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(store);
        // One that waits would come back after it.
        await store.FlushSnapshotsAsync(cancellationToken).ConfigureAwait(false);
        return await store.DeleteSnapshotAsync(KeyOf(key.In(TAggregate.Category)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes the snapshots of a type that were taken before its fold changed.</summary>
    /// <returns>How many there were.</returns>
    public static async ValueTask<long> DeleteStaleSnapshotsAsync<TAggregate>(this ISnapshotStore store, CancellationToken cancellationToken = default)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.DeleteSnapshotsAsync(Owner(TAggregate.Category), TAggregate.FoldFingerprint, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The snapshots that a load or save of an aggregate uses; null where there are none.</summary>
    internal static SnapshotSource<TAggregate>? Find<TAggregate>(IEventStore store, StreamId stream)
        where TAggregate : class, IAggregate<TAggregate> =>
        TAggregate.State is { } definition && store is ISnapshotStore snapshots && store.Options.UseSnapshots
            ? Source(snapshots, definition, stream)
            : null;

    private static SnapshotSource<TAggregate> Source<TAggregate>(ISnapshotStore store, StateDefinition<TAggregate> definition, StreamId stream)
        where TAggregate : class, IAggregate<TAggregate> =>
        new(store, definition, KeyOf(stream), stream.Category, TAggregate.FoldFingerprint);

    private static SnapshotKey KeyOf(StreamId stream) => new(Owner(stream.Category), stream.Id, stream.Tenant);

    private static string Owner(string category) => $"aggregate/{category}";
}
