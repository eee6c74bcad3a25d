namespace Foldstream.TestKit;

/// <summary>Collects the events of one read; stops after a number of them, if asked to.</summary>
public sealed class CollectingVisitor(int stopAfter = int.MaxValue) : IEventVisitor
{
    public List<RecordedEvent> Events { get; } = [];

    public bool Visit(in StoredEvent stored)
    {
        Events.Add(stored.ToRecordedEvent());
        return Events.Count < stopAfter;
    }
}
