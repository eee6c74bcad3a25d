namespace Foldstream;

/// <summary>A projection that was being built, or folded without being kept, failed on an event.</summary>
public sealed class ProjectionFailureException : FoldstreamException
{
    internal ProjectionFailureException(string projection, in TakenEvent taken, string fix, Exception cause)
        : this(projection, taken.Id, taken.Stream, taken.Version, taken.Position, taken.Type, fix, cause)
    {
    }

    internal ProjectionFailureException(string projection, RecordedEvent recorded, string fix, Exception cause)
        : this(projection, recorded.Id, recorded.Stream, recorded.Version, recorded.Position, recorded.Type, fix, cause)
    {
    }

    private ProjectionFailureException(
        string projection, Guid eventId, StreamId stream, StreamVersion version, GlobalPosition? position, EventType type, string fix, Exception cause)
        : base($"Projection '{projection}' failed on event '{type}' at version {version} of stream {stream.Describe()} ({cause.GetType().Name}): {fix}.", cause)
    {
        Projection = projection;
        EventId = eventId;
        Stream = stream;
        Version = version;
        Position = position;
        Type = type;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }

    /// <summary>The event's id.</summary>
    public Guid EventId { get; }

    /// <summary>The event's stream.</summary>
    public StreamId Stream { get; }

    /// <summary>The event's version in its stream.</summary>
    public StreamVersion Version { get; }

    /// <summary>The event's position; null where the store keeps none.</summary>
    public GlobalPosition? Position { get; }

    /// <summary>The event's stored name and schema version.</summary>
    public EventType Type { get; }
}
