namespace Foldstream;

/// <summary>An event could not be written as JSON; nothing was stored.</summary>
public sealed class EventWriteException : FoldstreamException
{
    internal EventWriteException(EventType type, Exception innerException)
        : this(type, innerException.Message, innerException)
    {
    }

    private EventWriteException(EventType type, string problem, Exception innerException)
        : base($"Event '{type}' cannot be written as JSON: {problem}", innerException) => Type = type;

    /// <summary>The event.</summary>
    public EventType Type { get; }

    internal static EventWriteException TooDeep(EventType type, int maxDepth, Exception innerException) => new(
        type, $"it is nested deeper than {maxDepth} levels, or holds itself. Refer to what it holds by an id, or flatten it into a list.", innerException);
}
