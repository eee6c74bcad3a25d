namespace Foldstream;

/// <summary>Which events of a stream to read. The default is all of them, the oldest first.</summary>
public sealed record StreamRange
{
    private readonly long? limit;

    /// <summary>All events, the oldest first.</summary>
    public static StreamRange All { get; } = new();

    /// <summary>The lowest version to read, inclusive. The default is the first.</summary>
    public StreamVersion From { get; init; }

    /// <summary>The highest version to read, inclusive. The default, null, is the last.</summary>
    public StreamVersion? To { get; init; }

    /// <summary>The order. The default is <see cref="ReadDirection.Forwards"/>.</summary>
    public ReadDirection Direction { get; init; }

    /// <summary>How many events to read at the most. The default, null, is no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public long? Limit
    {
        get => limit;
        init => limit = ReadLimit.Check(value);
    }
}
