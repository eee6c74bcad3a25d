namespace Foldstream;

/// <summary>A projection that was being built, or folded without being kept, failed on an event.</summary>
public sealed class ProjectionFailureException : FoldstreamException
{
    internal ProjectionFailureException(string projection, in TakenEvent taken, string fix, Exception cause)
        : base($"Projection '{projection}' failed on event '{taken.Type}' at version {taken.Version} of stream {taken.Stream.Describe()} ({cause.GetType().Name}): {fix}.", cause)
    {
        Projection = projection;
        EventId = taken.Id;
        Stream = taken.Stream;
        Version = taken.Version;
        Position = taken.Position;
        Type = taken.Type;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }

    /// <summary>The event's id.</summary>
    public Guid EventId { get; }

    /// <summary>The event's stream.</summary>
    public StreamId Stream { get; }

    /// <summary>The event's version in its stream.</summary>
    public StreamVersion Version { get; }

    /// <summary>The event's position.</summary>
    public GlobalPosition Position { get; }

    /// <summary>The event's stored name and schema version.</summary>
    public EventType Type { get; }
}
