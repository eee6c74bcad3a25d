namespace Foldstream;

/// <summary>Folds projections in memory, without keeping their documents.</summary>
public static class LiveProjecting
{
    /// <summary>Folds the events of one stream.</summary>
    /// <typeparam name="T">The projection.</typeparam>
    /// <param name="store">The store.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="asOf">A point in its past. The default, null, is the present.</param>
    /// <param name="options">Whether its state is kept. The default, null, is <see cref="LiveOptions.Default"/>.</param>
    /// <param name="cancellationToken">Ends the fold.</param>
    /// <exception cref="ArgumentException">The projection reads another category, or the state of such a source cannot be kept.</exception>
    /// <exception cref="ProjectionFailureException">An event could not be folded.</exception>
    public static ValueTask<LiveProjection<T>> ProjectAsync<T>(
        this IEventStore store, StreamId stream, AsOf? asOf = null, LiveOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IProjection<T>
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(stream);
        CheckCategory<T>(stream.Category, nameof(stream));
        return FoldAsync<T>(new LiveStream(store, stream, asOf), options, cancellationToken);
    }

    /// <summary>Folds the events of the log, of a category, or of any other range, in their order.</summary>
    /// <typeparam name="T">The projection: only events that it handles are read, only in its category.</typeparam>
    /// <param name="log">The store.</param>
    /// <param name="range">Which events. The default, null, is all.</param>
    /// <param name="options">Whether its state is kept. The default, null, is <see cref="LiveOptions.Default"/>.</param>
    /// <param name="cancellationToken">Ends the fold.</param>
    /// <exception cref="ArgumentException">The range is of another category than the projection's, or goes backwards, or the state of such a source cannot be kept.</exception>
    /// <exception cref="ProjectionFailureException">An event could not be folded.</exception>
    public static ValueTask<LiveProjection<T>> ProjectAsync<T>(
        this IEventLog log, LogRange? range = null, LiveOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IProjection<T>
    {
        ArgumentNullException.ThrowIfNull(log);
        var wanted = range ?? LogRange.All;
        if (wanted.Direction == ReadDirection.Backwards)
            throw new ArgumentException("Events are folded in the order in which they came: a range that goes backwards cannot be.", nameof(range));
        if (wanted.Category is { } category)
            CheckCategory<T>(category, nameof(range));
        string[] names = wanted.EventNames is { } chosen
            ? [.. T.Definition.EventNames.Where(name => chosen.Contains(name, StringComparer.Ordinal))]
            : [.. T.Definition.EventNames];
        return FoldAsync<T>(new LiveLog(log, wanted with { Category = wanted.Category ?? T.Definition.Category, EventNames = names }), options, cancellationToken);
    }

    /// <summary>Folds any events, in their order; those that the projection does not handle, or of another category, are left out.</summary>
    /// <typeparam name="T">The projection.</typeparam>
    /// <param name="events">The events.</param>
    /// <param name="cancellationToken">Ends the fold.</param>
    /// <exception cref="ProjectionFailureException">An event could not be folded.</exception>
    public static async ValueTask<LiveProjection<T>> ProjectAsync<T>(this IAsyncEnumerable<RecordedEvent> events, CancellationToken cancellationToken = default)
        where T : class, IProjection<T>
    {
        var live = new LiveProjection<T>(null);
        await live.ContinueAsync(events, cancellationToken).ConfigureAwait(false);
        return live;
    }

    private static async ValueTask<LiveProjection<T>> FoldAsync<T>(LiveSource source, LiveOptions? options, CancellationToken cancellationToken)
        where T : class, IProjection<T>
    {
        if (options?.SnapshotEvery is { } every)
            return await new LiveSnapshots<T>(source, every).FoldAsync(cancellationToken).ConfigureAwait(false);
        var live = new LiveProjection<T>(source);
        await live.ContinueAsync(cancellationToken).ConfigureAwait(false);
        return live;
    }

    private static void CheckCategory<T>(string category, string parameter)
        where T : class, IProjection<T>
    {
        if (T.Definition.Category is { } own && own != category)
            throw new ArgumentException($"Projection '{T.Definition.Name}' reads category '{own}', and these events are of category '{category}'.", parameter);
    }
}
