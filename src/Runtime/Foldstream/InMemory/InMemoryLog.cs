namespace Foldstream;

/// <summary>The events of an in-memory store and their three indexes; guarded by the store's lock.</summary>
internal sealed class InMemoryLog
{
    private readonly List<RecordedEvent> all = [];
    private readonly Dictionary<StreamId, List<RecordedEvent>> streams = [];
    private readonly Dictionary<Guid, RecordedEvent> byId = [];
    private readonly HashSet<StreamId> closed = [];

    public GlobalPosition? LastPosition => all.Count == 0 ? null : all[^1].Position;

    public RecordedEvent? Find(Guid id) => byId.GetValueOrDefault(id);

    public StreamHead Head(StreamId stream) => streams.TryGetValue(stream, out var events)
        ? new StreamHead(stream, events[^1].Version, new LastEvent(events[^1].Id, events[^1].Type, events[^1].OccurredAt, events[^1].RecordedAt))
        : StreamHead.Empty(stream);

    public void CheckOpen(StreamId stream)
    {
        if (closed.Contains(stream))
            throw new StreamClosedException(stream, Head(stream).Version);
    }

    /// <summary>The ids of all events to come, checked before the first one is stored: what follows cannot fail half-way.</summary>
    public Queue<Guid> GiveIds(IEnumerable<StreamAppend> appends, Func<Guid> newId)
    {
        var ids = new Queue<Guid>();
        var seen = new HashSet<Guid>();
        foreach (var append in appends)
        {
            foreach (var item in append.Events)
            {
                var id = item.Id ?? newId();
                if (!seen.Add(id) || byId.ContainsKey(id))
                    throw new DuplicateEventException(append.Stream, id, "was given by the id source and is there already");
                ids.Enqueue(id);
            }
        }

        return ids;
    }

    /// <summary>The events of an append as they will be stored, at the end of their stream and of the log. Appends to several streams are drawn up one after the other.</summary>
    public RecordedEvent[] DrawUp(StreamAppend append, Guid store, long firstPosition, DateTimeOffset now, Queue<Guid> ids)
    {
        var before = streams.TryGetValue(append.Stream, out var events) ? events.Count : 0;
        var recordedAt = before > 0 && events![^1].RecordedAt > now ? events[^1].RecordedAt : now;
        return
        [
            .. append.Events.Select((item, index) => new RecordedEvent
            {
                Stream = append.Stream,
                Version = before + index,
                Position = new GlobalPosition(store, firstPosition + index),
                Id = ids.Dequeue(),
                Type = item.Type,
                Data = item.Data.ToArray(),
                OccurredAt = item.OccurredAt ?? now,
                RecordedAt = recordedAt,
                Metadata = item.Metadata,
            }),
        ];
    }

    /// <summary>The position of the next event.</summary>
    public long NextPosition => all.Count;

    public AppendResult Add(StreamAppend append, RecordedEvent[] drawnUp)
    {
        if (!streams.TryGetValue(append.Stream, out var events))
            streams.Add(append.Stream, events = []);
        foreach (var recorded in drawnUp)
        {
            byId.Add(recorded.Id, recorded);
            events.Add(recorded);
            all.Add(recorded);
        }

        if (append.ClosesStream)
            closed.Add(append.Stream);
        var last = drawnUp[^1];
        return new AppendResult(append.Stream, drawnUp[0].Version, last.Version, last.Position, last.RecordedAt);
    }

    public IEnumerable<RecordedEvent> Select(StreamId stream, StreamRange range)
    {
        if (!streams.TryGetValue(stream, out var events))
            return [];
        var end = Math.Min(range.To?.Count ?? events.Count, events.Count);
        return Take(events, Math.Max(range.From.Count - 1, 0), end, range.Direction, range.Limit);
    }

    public IEnumerable<RecordedEvent> Select(LogRange range, long after, long upTo)
    {
        // Positions are indexes into the list.
        var end = Math.Min(upTo, all.Count - 1) + 1;
        var candidates = Take(all, Math.Max(after, -1) + 1, end, range.Direction, limit: null);
        var wanted = candidates.Where(recorded =>
            (range.Category is null || recorded.Stream.Category == range.Category)
            && (range.Tenant is null || recorded.Stream.Tenant == range.Tenant)
            && (range.EventNames is null || range.EventNames.Contains(recorded.Type.Name, StringComparer.Ordinal))
            && (range.Stream is null || recorded.Stream == range.Stream)
            && (range.Partition is not { } partition || partition.Holds(StreamPartition.Of(recorded.Stream)))
            && (range.RecordedFrom is null || recorded.RecordedAt >= range.RecordedFrom)
            && (range.RecordedUntil is null || recorded.RecordedAt <= range.RecordedUntil));
        return range.Limit is { } limit ? wanted.Take((int)Math.Min(limit, int.MaxValue)) : wanted;
    }

    private static IEnumerable<RecordedEvent> Take(
        List<RecordedEvent> events, long start, long end, ReadDirection direction, long? limit)
    {
        var count = Math.Min(Math.Max(end - start, 0), limit ?? long.MaxValue);
        for (long step = 0; step < count; step++)
            yield return events[(int)(direction == ReadDirection.Forwards ? start + step : end - 1 - step)];
    }
}
