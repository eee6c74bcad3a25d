namespace Foldstream;

/// <summary>Receives the events of a read one by one, straight from the store's own buffers.</summary>
public interface IEventVisitor
{
    /// <summary>Takes one event; it is only valid during the call, copy it with <see cref="StoredEvent.ToRecordedEvent"/> to keep it.</summary>
    /// <returns>Whether to go on; false ends the read.</returns>
    bool Visit(in StoredEvent stored);
}
