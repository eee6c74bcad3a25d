namespace Foldstream;

/// <summary>Appends events to any store without building a request.</summary>
public static class EventStoreAppending
{
    /// <summary>Stores events at the end of a stream, all or none, if a condition holds.</summary>
    /// <param name="store">The store.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="condition">What must hold: an <see cref="ExpectedVersion"/>, or any other condition.</param>
    /// <param name="events">The events in order; at least one.</param>
    /// <param name="cancellationToken">Ends the attempt; what was stored by then stays stored.</param>
    /// <exception cref="ArgumentException">There are no events.</exception>
    /// <exception cref="WrongExpectedVersionException">The stream is not at the version that the append expects.</exception>
    /// <exception cref="WriteConditionException">Another condition does not hold.</exception>
    /// <exception cref="DuplicateEventException">An event id is stored already, and not by the same append.</exception>
    public static ValueTask<AppendResult> AppendAsync(
        this IEventStore store,
        StreamId stream,
        WriteCondition condition,
        IReadOnlyList<EventData> events,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return store.AppendAsync(new StreamAppend(stream, condition, events), cancellationToken);
    }

    /// <summary>Ends a stream with a final event: later appends to it are refused, what it holds stays readable.</summary>
    /// <param name="store">The store.</param>
    /// <param name="stream">The stream.</param>
    /// <param name="condition">What must hold: an <see cref="ExpectedVersion"/>, or any other condition.</param>
    /// <param name="finalEvent">The event that says why it ended.</param>
    /// <param name="cancellationToken">Ends the attempt; what was stored by then stays stored.</param>
    /// <exception cref="StreamClosedException">The stream is closed already, by another event.</exception>
    /// <exception cref="WrongExpectedVersionException">The stream is not at the version that the append expects.</exception>
    /// <exception cref="WriteConditionException">Another condition does not hold.</exception>
    /// <exception cref="DuplicateEventException">The event's id is stored already, and not by the same append.</exception>
    public static ValueTask<AppendResult> CloseAsync(
        this IEventStore store,
        StreamId stream,
        WriteCondition condition,
        EventData finalEvent,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(finalEvent);
        return store.AppendAsync(new StreamAppend(stream, condition, [finalEvent]) { ClosesStream = true }, cancellationToken);
    }
}
