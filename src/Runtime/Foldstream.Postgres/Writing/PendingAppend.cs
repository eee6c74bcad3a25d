namespace Foldstream.Postgres;

/// <summary>An append with everything that is decided before it is sent, so that sending it again cannot store it twice.</summary>
internal sealed class PendingAppend
{
    public PendingAppend(StreamAppend append, EventStoreOptions options)
    {
        Append = append;
        var now = StoredTime.Normalize(options.Clock.GetUtcNow());
        var events = append.Events;
        Ids = new Guid[events.Count];
        OccurredAt = new DateTimeOffset[events.Count];
        for (var index = 0; index < events.Count; index++)
        {
            Ids[index] = events[index].Id ?? options.NewEventId(now);
            OccurredAt[index] = events[index].OccurredAt ?? now;
        }

        Partition = StreamPartition.Of(append.Stream);
    }

    public StreamAppend Append { get; }

    public StreamId Stream => Append.Stream;

    public IReadOnlyList<EventData> Events => Append.Events;

    public Guid[] Ids { get; }

    public DateTimeOffset[] OccurredAt { get; }

    public int Partition { get; }

    /// <summary>The append with the ids that its events have by now: what finds it again when the answer was lost.</summary>
    public StreamAppend WithIds() => new(
        Stream, Append.Condition, [.. Events.Select((item, index) => new EventData(item.Type, item.Data, new EventStamp(Ids[index], OccurredAt[index], item.Metadata)))])
    {
        ClosesStream = Append.ClosesStream,
    };

    /// <summary>The events as they were stored.</summary>
    /// <param name="stored">The server's answer.</param>
    /// <param name="store">The identity of the store.</param>
    /// <param name="positions">Their positions by id.</param>
    public IEnumerable<RecordedEvent> Recorded(StoredAppend stored, Guid store, IReadOnlyDictionary<Guid, long> positions) =>
        Events.Select((item, index) => new RecordedEvent
        {
            Stream = Stream,
            Version = stored.Version + 1 - Events.Count + index,
            Position = new GlobalPosition(store, positions[Ids[index]]),
            Id = Ids[index],
            Type = item.Type,
            Data = item.Data,
            OccurredAt = OccurredAt[index],
            RecordedAt = stored.RecordedAt,
            Metadata = item.Metadata,
        });

    public AppendResult Result(StoredAppend stored, Guid store) => new(
        Stream,
        StreamVersion.AfterEvents(stored.Version + 2 - Events.Count),
        StreamVersion.AfterEvents(stored.Version + 1),
        new GlobalPosition(store, stored.Position),
        stored.RecordedAt);
}
