namespace Foldstream;

/// <summary>Events to store at the end of one stream, all or none, if a condition holds.</summary>
public sealed record StreamAppend
{
    /// <summary>Creates the append.</summary>
    /// <exception cref="ArgumentException">There are no events, or one event id is there twice.</exception>
    public StreamAppend(StreamId stream, WriteCondition condition, IReadOnlyList<EventData> events)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(condition);
        ArgumentNullException.ThrowIfNull(events);
        if (events.Count == 0)
            throw new ArgumentException($"The append to stream {stream.Describe()} holds no events.", nameof(events));
        CheckIds(stream, events);
        Stream = stream;
        Condition = condition;
        Events = events;
    }

    /// <summary>The stream.</summary>
    public StreamId Stream { get; }

    /// <summary>What must hold of the stream.</summary>
    public WriteCondition Condition { get; }

    /// <summary>The events in order; at least one.</summary>
    public IReadOnlyList<EventData> Events { get; }

    /// <summary>Whether the last event ends the stream: later appends to it are refused with <see cref="StreamClosedException"/>. The default is false.</summary>
    /// <remarks>Reads and feeds go on to give what the stream holds, its final event included.</remarks>
    public bool ClosesStream { get; init; }

    private static void CheckIds(StreamId stream, IReadOnlyList<EventData> events)
    {
        if (events.Count == 1)
            return;
        var seen = new HashSet<Guid>();
        foreach (var item in events)
        {
            if (item.Id is { } id && !seen.Add(id))
                throw new ArgumentException(
                    $"The append to stream {stream.Describe()} holds event id {id} twice: give every event an id of its own.", nameof(events));
        }
    }
}
