namespace Foldstream.Postgres;

/// <summary>Keeps what it is shown, by id.</summary>
internal sealed class Collecting : IEventVisitor
{
    public Dictionary<Guid, RecordedEvent> Events { get; } = [];

    public bool Visit(in StoredEvent stored)
    {
        Events.Add(stored.Id, stored.ToRecordedEvent());
        return true;
    }
}
