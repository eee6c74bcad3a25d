namespace Foldstream;

/// <summary>Evolves a decider's state by the events of a stream while they are read.</summary>
internal sealed class DeciderFold<TState>(AsOf? asOf) : IEventVisitor
    where TState : IDecider<TState>
{
    private long resumedFrom;
    private SnapshotTrail snapshots;

    public TState State { get; private set; } = TState.Initial;

    public long Version { get; private set; }

    /// <summary>What is known of its snapshots.</summary>
    public SnapshotTrail Snapshots => snapshots;

    /// <summary>How many events were folded, those in the snapshot left out.</summary>
    public long Folded => Version - resumedFrom;

    /// <summary>Goes on from a snapshot.</summary>
    public void Resume(StoredSnapshot snapshot, TState state)
    {
        State = state;
        Version = resumedFrom = snapshot.Place + 1;
        snapshots = SnapshotTrail.Of(snapshot);
    }

    public bool Visit(in StoredEvent stored)
    {
        if (asOf is not null && !asOf.Includes(stored))
            return !asOf.EndsAtFirstLater;
        State = TState.Evolve(State, stored);
        Version++;
        if (snapshots.FirstOccurredAt is null)
            snapshots = snapshots.WithEvent(stored.OccurredAt);
        return true;
    }

    /// <summary>Evolves the state by what was just stored.</summary>
    public void Evolve(StreamId stream, EventData[] events, AppendResult stored)
    {
        foreach (var item in events)
        {
            Visit(new StoredEvent(
                stream,
                StreamVersion.AfterEvents(Version + 1),
                null,
                item.Id ?? Guid.Empty,
                item.Type,
                item.Data.Span,
                item.OccurredAt ?? stored.RecordedAt,
                stored.RecordedAt,
                EventMetadataJson.Write(item.Metadata)));
        }
    }
}
