namespace Foldstream;

/// <summary>Loads aggregates from any store.</summary>
public static class AggregateLoading
{
    /// <summary>Loads an aggregate.</summary>
    /// <param name="store">The store.</param>
    /// <param name="key">The id of its stream, and its tenant where there are several.</param>
    /// <param name="asOf">A point in its past. The default, null, is the present.</param>
    /// <param name="cancellationToken">Ends the load.</param>
    /// <exception cref="StreamNotFoundException">It has no events, or none as of then.</exception>
    /// <exception cref="UnknownEventException">Its stream holds an event that it has no handler for.</exception>
    /// <exception cref="EventReadException">A stored event cannot be read.</exception>
    public static async ValueTask<TAggregate> LoadAsync<TAggregate>(
        this IEventStore store, StreamKey key, AsOf? asOf = null, CancellationToken cancellationToken = default)
        where TAggregate : class, IAggregate<TAggregate> =>
        await store.FindAsync<TAggregate>(key, asOf, cancellationToken).ConfigureAwait(false)
        ?? throw new StreamNotFoundException(key.In(TAggregate.Category), asOf);

    /// <summary>Loads an aggregate, or gives null where it has no events, or none as of then.</summary>
    /// <inheritdoc cref="LoadAsync" path="/param"/>
    /// <exception cref="UnknownEventException">Its stream holds an event that it has no handler for.</exception>
    /// <exception cref="EventReadException">A stored event cannot be read.</exception>
    public static async ValueTask<TAggregate?> FindAsync<TAggregate>(
        this IEventStore store, StreamKey key, AsOf? asOf = null, CancellationToken cancellationToken = default)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(store);
        var aggregate = await store.LoadOrNewAsync<TAggregate>(key.In(TAggregate.Category), asOf, cancellationToken).ConfigureAwait(false);
        return aggregate.History.Version == 0 ? null : aggregate;
    }

    internal static ValueTask<TAggregate> LoadOrNewAsync<TAggregate>(
        this IEventStore store, StreamId stream, AsOf? asOf, CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate> =>
        StoreTelemetry.LoadAsync(
            stream.Category,
            (Store: store, Stream: stream, AsOf: asOf, Cancellation: cancellationToken),
            static load => load.Store.FoldAsync<TAggregate>(load.Stream, load.AsOf, load.Cancellation),
            static aggregate => aggregate.History.Folded);

    internal static async ValueTask<TAggregate> FoldAsync<TAggregate>(
        this IEventStore store, StreamId stream, AsOf? asOf, CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate>
    {
        if (asOf is not { IsVersion: false }
            && AggregateSnapshots.Find<TAggregate>(store, stream) is { } snapshots
            && await ResumeAsync(store, snapshots, stream, asOf, cancellationToken).ConfigureAwait(false) is { } resumed)
            return resumed;
        var aggregate = TAggregate.Create();
        aggregate.History.Bind(stream, asOf);
        var fold = new AggregateFold<TAggregate>(aggregate, asOf);
        await store.ReadAsync(stream, asOf?.Range ?? StreamRange.All, fold, cancellationToken).ConfigureAwait(false);
        return aggregate;
    }

    /// <summary>Folds what came after the snapshot; null where there is none that can be used.</summary>
    private static async ValueTask<TAggregate?> ResumeAsync<TAggregate>(
        IEventStore store, SnapshotSource<TAggregate> snapshots, StreamId stream, AsOf? asOf, CancellationToken cancellationToken)
        where TAggregate : class, IAggregate<TAggregate>
    {
        if (await snapshots.FindAsync(asOf, cancellationToken).ConfigureAwait(false) is not var (snapshot, aggregate))
            return null;
        aggregate.History.Bind(stream, asOf);
        aggregate.History.Resume(snapshot);
        var fold = new ResumedFold(new AggregateFold<TAggregate>(aggregate, asOf), snapshot.Place);
        var range = (asOf?.Range ?? StreamRange.All) with { From = snapshot.Place };
        await store.ReadAsync(stream, range, fold, cancellationToken).ConfigureAwait(false);
        return await snapshots.ConcludesAsync(fold, cancellationToken).ConfigureAwait(false) ? aggregate : null;
    }
}
