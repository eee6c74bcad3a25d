using System.Runtime.CompilerServices;

namespace Foldstream;

/// <summary>Reads events from any store as they come, page by page: memory stays bounded however long the stream or the log is.</summary>
public static class EventStoreReading
{
    /// <summary>How many events a page holds at the most.</summary>
    internal const int PageSize = 512;

    /// <summary>Reads the events of a stream; none where it does not exist.</summary>
    /// <param name="store">The store.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="range">Which events. The default, null, is all, the oldest first.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async IAsyncEnumerable<RecordedEvent> ReadAsync(
        this IEventStore store,
        StreamId stream,
        StreamRange? range = null,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(stream);
        var page = new EventPage();
        for (var rest = range ?? StreamRange.All; ;)
        {
            var size = page.Start(rest.Limit);
            await store.ReadAsync(stream, rest with { Limit = size }, page, cancellationToken).ConfigureAwait(false);
            foreach (var recorded in page.Events)
                yield return recorded;
            if (page.Events.Count < size || rest.Limit == size || page.Events[^1].Version.Value == 0 && rest.Direction == ReadDirection.Backwards)
                yield break;
            rest = rest.Following(page.Events);
        }
    }

    /// <summary>Reads the events of the whole store in global order.</summary>
    /// <param name="store">The store.</param>
    /// <param name="range">Which events. The default, null, is all, the oldest first.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    /// <exception cref="ForeignPositionException">A position of the range belongs to another store.</exception>
    public static async IAsyncEnumerable<RecordedEvent> ReadLogAsync(
        this IEventLog store, LogRange? range = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var page = new EventPage();
        for (var rest = range ?? LogRange.All; ;)
        {
            var size = page.Start(rest.Limit);
            await store.ReadAsync(rest with { Limit = size }, page, cancellationToken).ConfigureAwait(false);
            foreach (var recorded in page.Events)
                yield return recorded;
            if (page.Events.Count < size || rest.Limit == size)
                yield break;
            rest = rest.Following(page.Events);
        }
    }

    /// <summary>Reads the events of all streams of a category in global order.</summary>
    /// <param name="store">The store.</param>
    /// <param name="category">The category, such as <c>account</c>.</param>
    /// <param name="range">Which events; its own category is not looked at. The default, null, is all of every tenant, the oldest first.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static IAsyncEnumerable<RecordedEvent> ReadCategoryAsync(
        this IEventLog store, string category, LogRange? range = null, CancellationToken cancellationToken = default)
    {
        StreamIdRules.CheckCategory(category);
        return store.ReadLogAsync((range ?? LogRange.All) with { Category = category }, cancellationToken);
    }

    /// <summary>The last event of a stream; null where it does not exist.</summary>
    public static async ValueTask<RecordedEvent?> LatestAsync(
        this IEventStore store, StreamId stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var page = new EventPage();
        var last = new StreamRange { Direction = ReadDirection.Backwards, Limit = page.Start(1) };
        await store.ReadAsync(stream, last, page, cancellationToken).ConfigureAwait(false);
        return page.Events.FirstOrDefault();
    }

    /// <summary>The last event of a range of the store; null where there is none.</summary>
    /// <param name="store">The store.</param>
    /// <param name="range">Where to look, for example in one category. The default, null, is the whole store.</param>
    /// <param name="cancellationToken">Ends the read.</param>
    public static async ValueTask<RecordedEvent?> LatestAsync(
        this IEventLog store, LogRange? range = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        var page = new EventPage();
        var last = (range ?? LogRange.All) with { Direction = ReadDirection.Backwards, Limit = page.Start(1) };
        await store.ReadAsync(last, page, cancellationToken).ConfigureAwait(false);
        return page.Events.FirstOrDefault();
    }

    private static StreamRange Following(this StreamRange range, List<RecordedEvent> page)
    {
        var last = page[^1].Version;
        var limit = range.Limit - page.Count;
        return range.Direction == ReadDirection.Forwards
            ? range with { From = last.Next, Limit = limit }
            : range with { To = last + -1, Limit = limit };
    }

    private static LogRange Following(this LogRange range, List<RecordedEvent> page)
    {
        var last = page[^1].Position!.Value;
        var limit = range.Limit - page.Count;
        return range.Direction == ReadDirection.Forwards
            ? range with { After = last, Limit = limit }
            : range with { UpTo = new GlobalPosition(last.Store, last.Value - 1), Limit = limit };
    }
}
