namespace Foldstream.Postgres;

/// <summary>An append with everything that is decided before it is sent, so that sending it again cannot store it twice.</summary>
internal sealed class PendingAppend
{
    public PendingAppend(StreamAppend append, EventStoreOptions options)
    {
        Append = append;
        var now = StoredTime.Normalize(options.Clock.GetUtcNow());
        Ids = [.. append.Events.Select(item => item.Id ?? options.NewEventId(now))];
        OccurredAt = [.. append.Events.Select(item => item.OccurredAt ?? now)];
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

    public AppendResult Result(StoredAppend stored, Guid store) => new(
        Stream,
        StreamVersion.AfterEvents(stored.Version + 2 - Events.Count),
        StreamVersion.AfterEvents(stored.Version + 1),
        new GlobalPosition(store, stored.Position),
        stored.RecordedAt);
}
