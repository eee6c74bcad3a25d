namespace Foldstream.DocsTests;

#region store
/// <summary>The smallest store: one port, one list, one lock.</summary>
public sealed class ListEventStore(EventStoreOptions options) : IEventStore
{
    private readonly List<RecordedEvent> events = [];
    private readonly HashSet<StreamId> closed = [];
    private readonly Lock gate = new();

    public EventStoreOptions Options => options;

    public async ValueTask<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(append);
        var results = await StoreTelemetry.AppendAsync("list", this, [append], static (store, appends, cancellation) => store.Append(appends, cancellation), cancellationToken);
        return results[0];
    }

    public ValueTask ReadAsync(StreamId stream, StreamRange range, IEventVisitor visitor, CancellationToken cancellationToken = default)
    {
        foreach (var recorded in Select(stream, range))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (!visitor.Visit(View(recorded)))
                break;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            return ValueTask.FromResult(Head(stream));
    }

    public ValueTask<RecordedEvent?> FindEventAsync(Guid eventId, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
            return ValueTask.FromResult(Find(eventId));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    // What is asked first decides which error is told: the repetition, the closed stream, the condition.
    private ValueTask<IReadOnlyList<AppendResult>> Append(IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        lock (gate)
        {
            if (RepeatedAppend.Find(appends, Find) is { } earlier)
                return ValueTask.FromResult(earlier);
            var append = appends[0];
            var head = Head(append.Stream);
            if (closed.Contains(append.Stream))
                throw new StreamClosedException(append.Stream, head.Version);
            append.Condition.Check(head);
            return ValueTask.FromResult<IReadOnlyList<AppendResult>>([Store(append, head)]);
        }
    }
    #endregion

    private AppendResult Store(StreamAppend append, StreamHead head)
    {
        var now = StoredTime.Normalize(options.Clock.GetUtcNow());
        var recordedAt = head.Last is { } last && last.RecordedAt > now ? last.RecordedAt : now;
        var stored = append.Events.Select((item, index) => new RecordedEvent
        {
            Stream = append.Stream,
            Version = head.Version.Next + index,
            Position = null,
            Id = item.Id ?? options.NewEventId(now),
            Type = item.Type,
            Data = item.Data.ToArray(),
            OccurredAt = item.OccurredAt ?? now,
            RecordedAt = recordedAt,
            Metadata = item.Metadata,
        }).ToList();
        CheckIds(stored);
        events.AddRange(stored);
        if (append.ClosesStream)
            closed.Add(append.Stream);
        return new AppendResult(append.Stream, stored[0].Version, stored[^1].Version, null, recordedAt);
    }

    // Ids of a caller were looked up before; this is about what an id source gives twice.
    private void CheckIds(List<RecordedEvent> stored)
    {
        var seen = new HashSet<Guid>();
        if (stored.Find(recorded => !seen.Add(recorded.Id) || Find(recorded.Id) is not null) is { } twice)
            throw new DuplicateEventException(twice.Stream, twice.Id, "was given by the id source and is there already");
    }

    private RecordedEvent? Find(Guid id) => events.Find(recorded => recorded.Id == id);

    private StreamHead Head(StreamId stream) => events.FindLast(recorded => recorded.Stream == stream) is { } last
        ? new StreamHead(stream, last.Version, new LastEvent(last.Id, last.Type, last.OccurredAt, last.RecordedAt))
        : StreamHead.Empty(stream);

    // A copy, so that a visitor may append while it reads.
    private List<RecordedEvent> Select(StreamId stream, StreamRange range)
    {
        lock (gate)
        {
            var wanted = events.Where(recorded => recorded.Stream == stream && recorded.Version >= range.From && !(recorded.Version > range.To));
            var ordered = range.Direction == ReadDirection.Forwards ? wanted : wanted.Reverse();
            return [.. range.Limit is { } limit ? ordered.Take((int)Math.Min(limit, int.MaxValue)) : ordered];
        }
    }

    private static StoredEvent View(RecordedEvent recorded) => new(
        recorded.Stream,
        recorded.Version,
        recorded.Position,
        recorded.Id,
        recorded.Type,
        recorded.Data.Span,
        recorded.OccurredAt,
        recorded.RecordedAt,
        EventMetadataJson.Write(recorded.Metadata));
}
