namespace Foldstream;

/// <summary>Where an aggregate stands in its stream, and what it has raised since; held by generated code.</summary>
public sealed class AggregateHistory
{
    private readonly PendingEvents pending = new();
    private long stored;
    private long resumedFrom;
    private SnapshotTrail snapshots;

    /// <summary>The stream; null until the aggregate was loaded or made by <see cref="Aggregate.New"/>.</summary>
    public StreamId? Stream { get; private set; }

    /// <summary>How many events made the aggregate what it is, those that are not stored yet included.</summary>
    public long Version => stored + pending.Count;

    /// <summary>The events that were raised and are not stored yet, in order; cleared only by a successful save.</summary>
    public IReadOnlyList<object> Pending => pending;

    /// <summary>The point in the past that this copy shows; null for the present.</summary>
    public AsOf? AsOf { get; private set; }

    /// <summary>The version of the last stored event that was applied.</summary>
    internal StreamVersion StoredVersion => StreamVersion.AfterEvents(stored);

    internal PendingEvents PendingEvents => pending;

    /// <summary>What is known of its snapshots.</summary>
    internal SnapshotTrail Snapshots
    {
        get => snapshots;
        set => snapshots = value;
    }

    /// <summary>How many stored events were folded, those in the snapshot left out.</summary>
    internal long Folded => stored - resumedFrom;

    /// <summary>Takes note of an event that the aggregate has applied; generated code calls it.</summary>
    public void Raise<TEvent>(EventDefinition<TEvent> definition, TEvent @event)
        where TEvent : notnull => pending.Add(definition, @event);

    internal void Bind(StreamId stream, AsOf? asOf = null)
    {
        Stream = stream;
        AsOf = asOf;
    }

    /// <summary>Goes on from a snapshot.</summary>
    internal void Resume(StoredSnapshot snapshot)
    {
        stored = resumedFrom = snapshot.Place + 1;
        snapshots = SnapshotTrail.Of(snapshot);
    }

    internal void AdvanceStored(DateTimeOffset occurredAt)
    {
        stored++;
        if (snapshots.FirstOccurredAt is null)
            snapshots = snapshots.WithEvent(occurredAt);
    }

    internal void MarkStored(long events)
    {
        stored += events;
        pending.Clear();
    }
}
