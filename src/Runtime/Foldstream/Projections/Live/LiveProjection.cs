using System.Collections.Frozen;

namespace Foldstream;

/// <summary>Documents of a projection that are folded in memory, from any events, and kept nowhere; it can go on where it stands.</summary>
/// <remarks>Not safe under concurrent use.</remarks>
/// <typeparam name="T">The projection.</typeparam>
public sealed class LiveProjection<T>
    where T : class, IProjection<T>
{
    private static readonly FrozenSet<string> Names = T.Definition.EventNames.ToFrozenSet(StringComparer.Ordinal);

    private readonly DocumentKeys keys = new();
    private readonly LiveSource? source;
    private readonly DocumentFold<T> fold;
    private Exception? failure;

    internal LiveProjection(LiveSource? source)
        : this(source, new DocumentFold<T>(), 0, null, null)
    {
    }

    internal LiveProjection(LiveSource? source, DocumentFold<T> fold, long events, long? place, GlobalPosition? position)
    {
        this.source = source;
        this.fold = fold;
        Events = events;
        Place = place;
        Position = position;
    }

    /// <summary>How many events were folded.</summary>
    public long Events { get; private set; }

    /// <summary>The position of the last event that was folded; null where none was, or where the store keeps no order.</summary>
    public GlobalPosition? Position { get; private set; }

    /// <summary>All documents, in the order of their keys.</summary>
    /// <exception cref="InvalidOperationException">An event failed before: the documents are neither here nor there.</exception>
    public IEnumerable<LiveDocument<T>> All
    {
        get
        {
            CheckWhole();
            return fold.Slots
                .Where(item => item.Value.Document is not null)
                .OrderBy(item => item.Key)
                .Select(item => new LiveDocument<T>(item.Key, item.Value.Document!, item.Value.Metadata));
        }
    }

    /// <summary>The only document; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">There are several, or an event failed before.</exception>
    public T? Single
    {
        get
        {
            var all = All.Take(2).ToList();
            return all.Count < 2
                ? all.FirstOrDefault()?.Document
                : throw new InvalidOperationException($"The events made several documents of projection '{T.Definition.Name}': find the one that is meant by its key.");
        }
    }

    /// <summary>How far the source is read; null for not at all.</summary>
    internal long? Place { get; private set; }

    /// <summary>The document of a key; null where there is none.</summary>
    /// <exception cref="InvalidOperationException">An event failed before: the documents are neither here nor there.</exception>
    public LiveDocument<T>? Find(DocumentKey key)
    {
        CheckWhole();
        return fold.TryFind(key, out var slot) && slot.Document is { } document ? new LiveDocument<T>(key, document, slot.Metadata) : null;
    }

    /// <summary>Folds what came to its source since.</summary>
    /// <returns>How many events came.</returns>
    /// <exception cref="InvalidOperationException">It was folded from a sequence of events: hand over the further ones. Or an event failed before.</exception>
    /// <exception cref="ProjectionFailureException">An event could not be folded.</exception>
    public async ValueTask<long> ContinueAsync(CancellationToken cancellationToken = default)
    {
        if (source is null)
            throw new InvalidOperationException("This projection was folded from a sequence of events: hand the further events over.");
        var before = Events;
        CheckWhole();
        await foreach (var recorded in source.ReadAsync(Place, Position, cancellationToken).ConfigureAwait(false))
        {
            Fold(recorded);
            Place = source.PlaceOf(recorded);
        }

        return Events - before;
    }

    /// <summary>Folds further events, in their order; those up to <see cref="Position"/> are left out.</summary>
    /// <returns>How many events came.</returns>
    /// <exception cref="InvalidOperationException">It reads a store, and goes on by itself. Or an event failed before.</exception>
    /// <exception cref="ProjectionFailureException">An event could not be folded.</exception>
    public async ValueTask<long> ContinueAsync(IAsyncEnumerable<RecordedEvent> events, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(events);
        if (source is not null)
            throw new InvalidOperationException("This projection reads its own source: call ContinueAsync without events.");
        var before = Events;
        CheckWhole();
        await foreach (var recorded in events.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (recorded.Position is null || !(recorded.Position <= Position))
                Fold(recorded);
        }

        return Events - before;
    }

    private void Fold(RecordedEvent recorded)
    {
        Position = recorded.Position;
        // As in every lifecycle: what is not its business is not read.
        if (!Names.Contains(recorded.Type.Name) || (T.Definition.Category is { } category && category != recorded.Stream.Category))
            return;
        try
        {
            if (ProjectedEvent.Of<T>(recorded.AsStored(), keys) is { } item)
                fold.Apply(item, new EventPlace(recorded.Stream, recorded.Position ?? default, recorded.RecordedAt));
            Events++;
        }
        catch (Exception cause)
        {
            failure = cause;
            throw new ProjectionFailureException(T.Definition.Name, recorded, "correct the handler", cause);
        }
    }

    private void CheckWhole()
    {
        if (failure is not null)
            throw new InvalidOperationException(
                $"An event of projection '{T.Definition.Name}' failed, so its documents are neither here nor there: fold it anew.", failure);
    }
}
