namespace Foldstream;

/// <summary>An append was refused because its condition did not hold; nothing of it was stored.</summary>
public class WriteConditionException : FoldstreamException
{
    internal WriteConditionException(WriteCondition condition, StreamHead head)
        : this(condition, head, $"Nothing was appended to stream {head.Stream.Describe()}: the append asked for "
            + $"{condition.Description}, and the stream is at version {head.Version}. Load it again and decide anew.")
    {
    }

    private protected WriteConditionException(WriteCondition condition, StreamHead head, string message)
        : base(message)
    {
        Condition = condition;
        Head = head;
    }

    /// <summary>The stream.</summary>
    public StreamId Stream => Head.Stream;

    /// <summary>The condition that did not hold.</summary>
    public WriteCondition Condition { get; }

    /// <summary>The stream's end as the store found it.</summary>
    public StreamHead Head { get; }
}
