namespace Foldstream.Sqlite;

/// <summary>Where a stream ends, as little as most appends need: the number of its row, null where it has none yet, and what its last event says.</summary>
internal readonly record struct StoredEnd(long? Number, StreamVersion Version, DateTimeOffset RecordedAt, bool IsClosed)
{
    /// <summary>The end of a stream that has no events.</summary>
    public static StoredEnd None { get; } = new(null, StreamVersion.None, DateTimeOffset.MinValue, false);
}
