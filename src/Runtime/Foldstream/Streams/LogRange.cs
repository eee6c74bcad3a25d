namespace Foldstream;

/// <summary>Which events of the whole store to read, in its global order. The default is all of them, the oldest first.</summary>
public sealed record LogRange
{
    private readonly long? limit;
    private readonly DateTimeOffset? recordedFrom;
    private readonly DateTimeOffset? recordedUntil;

    /// <summary>All events of the store, the oldest first.</summary>
    public static LogRange All { get; } = new();

    /// <summary>Read what comes after this position (exclusive). The default, null, is the beginning.</summary>
    public GlobalPosition? After { get; init; }

    /// <summary>Read up to this position (inclusive). The default, null, is the end.</summary>
    public GlobalPosition? UpTo { get; init; }

    /// <summary>The order. The default is <see cref="ReadDirection.Forwards"/>.</summary>
    public ReadDirection Direction { get; init; }

    /// <summary>Only streams of this category. The default, null, is every category.</summary>
    public string? Category { get; init; }

    /// <summary>Only streams of this tenant; empty is the default tenant. The default, null, is every tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>Only events of these stored names, of any schema version; none when empty. The default, null, is every name.</summary>
    public IReadOnlyCollection<string>? EventNames { get; init; }

    /// <summary>Only events of this stream. The default, null, is every stream.</summary>
    public StreamId? Stream { get; init; }

    /// <summary>Only streams of this part of all streams. The default, null, is every stream.</summary>
    public PartitionRange? Partition { get; init; }

    /// <summary>Only events recorded at this time or later. The default, null, is the beginning of time.</summary>
    /// <remarks>
    /// A filter: the order stays that of the positions, and times need not rise along it, because clocks go backwards and transactions
    /// overtake one another. Stored times are whole microseconds; a finer bound is brought to the next one that it includes.
    /// </remarks>
    public DateTimeOffset? RecordedFrom
    {
        get => recordedFrom;
        init => recordedFrom = value is { } time ? StoredTime.AtOrAfter(time) : null;
    }

    /// <summary>Only events recorded until this time, inclusive. The default, null, is the end of time.</summary>
    /// <remarks>Inclusive as <see cref="UpTo"/> and <see cref="AsOf.Recorded"/> are; for the rest see <see cref="RecordedFrom"/>.</remarks>
    public DateTimeOffset? RecordedUntil
    {
        get => recordedUntil;
        init => recordedUntil = value is { } time ? StoredTime.Normalize(time) : null;
    }

    /// <summary>How many events to read at the most, after filtering. The default, null, is no limit.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The limit is not positive.</exception>
    public long? Limit
    {
        get => limit;
        init => limit = ReadLimit.Check(value);
    }
}
