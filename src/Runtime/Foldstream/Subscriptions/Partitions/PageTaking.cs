namespace Foldstream;

/// <summary>Decodes events while they are in the store's buffers.</summary>
internal sealed class PageTaking(ISubscriptionWork work, int limit, List<TakenEvent> events) : IEventVisitor
{
    private GlobalPosition? last;
    private int visited;

    /// <summary>Whether the page is full, and up to where everything was visited in that case.</summary>
    public bool IsFull(out GlobalPosition? through)
    {
        through = last;
        return visited >= limit;
    }

    public bool Visit(in StoredEvent stored)
    {
        visited++;
        last = stored.Position;
        if (Take(work, stored) is { } taken)
            events.Add(taken);
        return visited < limit;
    }

    /// <summary>Decodes an event; null where the work sets it aside.</summary>
    public static TakenEvent? Take(ISubscriptionWork work, in StoredEvent stored)
    {
        var taken = TakenEvent.Of(work, stored);
        return taken is { Item: null, DecodingError: null } ? null : taken;
    }
}
