namespace Foldstream;

/// <summary>Copies the events of one page out of a store's buffers.</summary>
internal sealed class EventPage : IEventVisitor
{
    public List<RecordedEvent> Events { get; private set; } = [];

    /// <summary>Empties the page; gives the number of events to ask for.</summary>
    public long Start(long? limit)
    {
        Events = [];
        return Math.Min(limit ?? EventStoreReading.PageSize, EventStoreReading.PageSize);
    }

    public bool Visit(in StoredEvent stored)
    {
        Events.Add(stored.ToRecordedEvent());
        return true;
    }
}
