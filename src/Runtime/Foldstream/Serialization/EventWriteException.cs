namespace Foldstream;

/// <summary>An event could not be written as JSON; nothing was stored.</summary>
public sealed class EventWriteException : FoldstreamException
{
    internal EventWriteException(EventType type, Exception innerException)
        : base($"Event '{type}' cannot be written as JSON: {innerException.Message}", innerException) => Type = type;

    /// <summary>The event.</summary>
    public EventType Type { get; }
}
