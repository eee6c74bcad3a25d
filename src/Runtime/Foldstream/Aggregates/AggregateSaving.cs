namespace Foldstream;

/// <summary>Saves aggregates to any store.</summary>
public static class AggregateSaving
{
    /// <summary>Stores what an aggregate has raised since it was loaded or saved; its pending events are cleared only by success.</summary>
    /// <param name="store">The store.</param>
    /// <param name="aggregate">An aggregate that was loaded, or made by <see cref="Aggregate.New"/>.</param>
    /// <param name="context">What to stamp on the events. The default, null, is nothing.</param>
    /// <param name="cancellationToken">Ends the attempt; what was stored by then stays stored.</param>
    /// <returns>What was stored; null where nothing was pending.</returns>
    /// <exception cref="WrongExpectedVersionException">Somebody else wrote to the stream meanwhile.</exception>
    /// <exception cref="HistoricalAggregateException">The copy shows the past.</exception>
    /// <exception cref="InvalidOperationException">
    /// The aggregate has no stream; or its events were stored under the same idempotency key before it was loaded, so that it has applied them twice.
    /// </exception>
    public static async ValueTask<AppendResult?> SaveAsync<TAggregate>(
        this IEventStore store, TAggregate aggregate, CommandContext? context = null, CancellationToken cancellationToken = default)
        where TAggregate : class, IAggregate<TAggregate>
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(aggregate);
        var history = aggregate.History;
        var stream = history.Stream ?? throw new InvalidOperationException(
            $"This {typeof(TAggregate).Name} has no stream: load it, or make it with Aggregate.New<{typeof(TAggregate).Name}>(id).");
        if (history.AsOf is { } asOf)
            throw new HistoricalAggregateException(stream, asOf);
        var result = await store.AppendPendingAsync(
            stream, history.StoredVersion, history.PendingEvents.Prepare(store, stream, context), cancellationToken).ConfigureAwait(false);
        CheckContinues(stream, history, result);
        var before = history.StoredVersion.Count;
        history.MarkStored(history.Pending.Count);
        if (result is { AlreadyStored: false } && AggregateSnapshots.Find<TAggregate>(store, stream) is { } snapshots)
        {
            history.Snapshots = history.Snapshots.WithEvent(context?.OccurredAt ?? result.RecordedAt);
            if (snapshots.IsDue(history.Snapshots, before, history.Version))
                history.Snapshots = await snapshots.KeepAsync(static saved => saved, aggregate, history.Version, cancellationToken).ConfigureAwait(false)
                    ?? history.Snapshots;
        }

        return result;
    }

    private static void CheckContinues(StreamId stream, AggregateHistory history, AppendResult? result)
    {
        if (result is { AlreadyStored: true } && result.FirstVersion != history.StoredVersion.Next)
            throw new InvalidOperationException(
                $"The events for stream {stream.Describe()} were stored under the same idempotency key before this copy was loaded, "
                + "and it has applied them twice: load it again.");
    }

    internal static async ValueTask<AppendResult?> AppendPendingAsync(
        this IEventStore store,
        StreamId stream,
        StreamVersion expected,
        EventData[] events,
        CancellationToken cancellationToken)
    {
        if (events.Length == 0)
            return null;
        var append = new StreamAppend(stream, ExpectedVersion.Exactly(expected), events);
        return await store.AppendAsync(append, cancellationToken).ConfigureAwait(false);
    }
}
