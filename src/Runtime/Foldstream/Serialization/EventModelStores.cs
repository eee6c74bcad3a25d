namespace Foldstream;

/// <summary>Looks at stores through an event model.</summary>
public static class EventModelStores
{
    /// <summary>Sees a store through an event model: events in and out instead of bytes.</summary>
    public static TypedEventStore With(this IEventStore store, EventModel model)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(model);
        return new TypedEventStore(store, model);
    }

    /// <summary>Sees a store with a global order through an event model.</summary>
    public static TypedEventLog With(this IEventLog store, EventModel model)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(model);
        return new TypedEventLog(store, model);
    }
}
