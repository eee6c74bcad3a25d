namespace Foldstream;

/// <summary>Where a live projection reads, and how far it has come.</summary>
internal abstract class LiveSource(IEventStore store)
{
    public IEventStore Store { get; } = store;

    /// <summary>Names the source among the kept states of a projection.</summary>
    public abstract SnapshotKey KeyOf(string owner);

    /// <summary>The events after a place, and the position of the event that stands there, in order; null is the beginning.</summary>
    public abstract IAsyncEnumerable<RecordedEvent> ReadAsync(long? after, GlobalPosition? position, CancellationToken cancellationToken);

    /// <summary>The place of an event: its version in the stream, or the value of its position in the log.</summary>
    public abstract long PlaceOf(RecordedEvent recorded);

    /// <summary>Whether a place is one of this store's, as far as that can be told cheaply.</summary>
    public abstract ValueTask<bool> HoldsAsync(long place, GlobalPosition? position, CancellationToken cancellationToken);

    /// <summary>Why no state of it can be kept; null where one can.</summary>
    public abstract string? CannotBeKept { get; }
}
