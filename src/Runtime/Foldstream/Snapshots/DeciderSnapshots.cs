namespace Foldstream;

/// <summary>Snapshots of the states of deciders, by hand.</summary>
public static class DeciderSnapshots
{
    /// <summary>Keeps a snapshot of a decider's state as it is now, whatever its policy says.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The id of its stream, and its tenant where there are several.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>How many events it covers.</returns>
    /// <exception cref="StreamNotFoundException">It has no events.</exception>
    /// <exception cref="InvalidOperationException">Its type has no <see cref="SnapshotAttribute"/>.</exception>
    public static async ValueTask<long> SnapshotAsync<TState>(
        this ISnapshotStore store, StreamKey key, CancellationToken cancellationToken = default)
        where TState : IDecider<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        var definition = TState.State ?? throw SnapshotRules.NotKept(typeof(TState));
        var stream = key.In(TState.Category);
        var folded = await store.FoldAsync<TState>(key, cancellationToken: cancellationToken).ConfigureAwait(false);
        if (folded.Version == 0)
            throw new StreamNotFoundException(stream, null);
        var source = Source(store, definition, stream);
        await store.SaveSnapshotAsync(source.Key, source.Take(folded.State, folded.Version), cancellationToken).ConfigureAwait(false);
        return folded.Version;
    }

    /// <summary>Removes the snapshot of a decider's state, so that the next load folds all of its events.</summary>
    /// <returns>Whether there was one.</returns>
    public static async ValueTask<bool> DeleteSnapshotAsync<TState>(
        this ISnapshotStore store, StreamKey key, CancellationToken cancellationToken = default)
        where TState : IDecider<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        // One that waits would come back after it.
        await store.FlushSnapshotsAsync(cancellationToken).ConfigureAwait(false);
        return await store.DeleteSnapshotAsync(KeyOf(key.In(TState.Category)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Removes the snapshots of a decider that were taken before its fold changed.</summary>
    /// <returns>How many there were.</returns>
    public static async ValueTask<long> DeleteStaleSnapshotsAsync<TState>(this ISnapshotStore store, CancellationToken cancellationToken = default)
        where TState : IDecider<TState>
    {
        ArgumentNullException.ThrowIfNull(store);
        return await store.DeleteSnapshotsAsync(Owner(TState.Category), TState.FoldFingerprint, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The snapshots that a load or save of a decider uses; null where there are none.</summary>
    internal static SnapshotSource<TState>? Find<TState>(IEventStore store, StreamId stream)
        where TState : IDecider<TState> =>
        TState.State is { } definition && store is ISnapshotStore snapshots && store.Options.UseSnapshots
            ? Source(snapshots, definition, stream)
            : null;

    private static SnapshotSource<TState> Source<TState>(ISnapshotStore store, StateDefinition<TState> definition, StreamId stream)
        where TState : IDecider<TState> =>
        new(store, definition, KeyOf(stream), stream.Category, TState.FoldFingerprint);

    private static SnapshotKey KeyOf(StreamId stream) => new(Owner(stream.Category), stream.Id, stream.Tenant);

    private static string Owner(string category) => $"decider/{category}";
}
