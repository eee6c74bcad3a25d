using System.Collections;

namespace Foldstream;

/// <summary>Events that were raised and are not stored yet, in order.</summary>
public sealed class PendingEvents : IReadOnlyList<object>
{
    private readonly List<(EventDefinition Definition, object Event)> pending = [];

    /// <inheritdoc/>
    public int Count => pending.Count;

    /// <inheritdoc/>
    public object this[int index] => pending[index].Event;

    /// <summary>Adds an event; generated code does.</summary>
    /// <exception cref="UnknownEventException">The event is of a type that derives from the definition's.</exception>
    public void Add<TEvent>(EventDefinition<TEvent> definition, TEvent @event)
        where TEvent : notnull
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(@event);
        // A derived event would be stored as the one that it derives from, and lose the rest.
        if (@event.GetType() != typeof(TEvent))
            throw UnknownEventException.ForDerived(@event.GetType(), typeof(TEvent));
        pending.Add((definition, @event));
    }

    /// <inheritdoc/>
    public IEnumerator<object> GetEnumerator() => pending.Select(item => item.Event).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    internal void Clear() => pending.Clear();

    internal EventData[] Prepare(IEventStore store, StreamId stream, CommandContext? context)
    {
        if (pending.Count == 0)
            return [];
        var stamps = new CommandStamps(stream, context ?? CommandContext.Empty);
        var events = new EventData[pending.Count];
        for (var index = 0; index < events.Length; index++)
            events[index] = pending[index].Definition.Prepare(pending[index].Event, stamps.For(index), store);
        return events;
    }
}
