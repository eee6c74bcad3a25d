namespace Foldstream;

/// <summary>Takes the events of one page, decoded while they are in the store's buffers.</summary>
internal sealed class TakenPage(ISubscriptionWork work) : IEventVisitor
{
    public List<TakenEvent> Events { get; } = [];

    public bool Visit(in StoredEvent stored)
    {
        object? item = null;
        Exception? error = null;
        try
        {
            item = work.Take(stored);
        }
        catch (Exception cause)
        {
            error = cause;
        }

        Events.Add(new TakenEvent(stored.Position!.Value, stored.Stream, stored.Version, stored.Id, stored.Type, stored.RecordedAt, item, error));
        return true;
    }
}
