namespace Foldstream;

/// <summary>An append was rolled back because a projection that runs inside it failed on one of its events.</summary>
public sealed class InlineProjectionException : FoldstreamException
{
    internal InlineProjectionException(string projection, RecordedEvent recorded, Exception cause)
        : base($"Nothing was appended: projection '{projection}' runs inside the append and failed on event '{recorded.Type}' for version {recorded.Version} of stream {recorded.Stream.Describe()} "
            + $"({cause.GetType().Name}). Correct its handler, or run it as Lifecycle.Async, where one event cannot hold up the writers.", cause)
    {
        Projection = projection;
        EventId = recorded.Id;
        Stream = recorded.Stream;
        Version = recorded.Version;
        Type = recorded.Type;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }

    /// <summary>The id that the event was to have.</summary>
    public Guid EventId { get; }

    /// <summary>The stream that was to hold the event.</summary>
    public StreamId Stream { get; }

    /// <summary>The version that the event was to have.</summary>
    public StreamVersion Version { get; }

    /// <summary>The event's name and schema version.</summary>
    public EventType Type { get; }
}
