namespace Foldstream;

/// <summary>The stream was not at the version that the append expected: somebody else wrote to it first.</summary>
public sealed class WrongExpectedVersionException : WriteConditionException
{
    internal WrongExpectedVersionException(ExpectedVersion expected, StreamHead head)
        : base(expected, head, $"Nothing was appended to stream {head.Stream.Describe()}: expected {expected.Description}, "
            + $"but the stream {(head.Exists ? $"is at version {head.Version}" : "has no events")}. Load it again and decide anew.")
    {
        Expected = expected;
    }

    /// <summary>What the append expected.</summary>
    public ExpectedVersion Expected { get; }

    /// <summary>The version that the stream has; <see cref="StreamVersion.None"/> where it has no events.</summary>
    public StreamVersion Actual => Head.Version;
}
