namespace Foldstream;

/// <summary>Takes the events of one page, those that the work sets aside included, because they count.</summary>
internal sealed class TakenPage(ISubscriptionWork work) : IEventVisitor
{
    public List<TakenEvent> Events { get; } = [];

    /// <summary>Empties it for the next page, and keeps its room.</summary>
    public void Clear() => Events.Clear();

    public bool Visit(in StoredEvent stored)
    {
        Events.Add(TakenEvent.Of(work, stored));
        return true;
    }
}
