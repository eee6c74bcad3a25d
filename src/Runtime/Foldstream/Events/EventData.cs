namespace Foldstream;

/// <summary>An event on its way into a store: its type and its content as bytes.</summary>
public sealed record EventData
{
    /// <summary>Creates the event.</summary>
    /// <param name="type">Its stored name and schema version.</param>
    /// <param name="data">Its content as UTF-8 JSON; the store keeps the very bytes.</param>
    /// <param name="stamp">Its id, time and metadata. The default leaves them to the store.</param>
    /// <exception cref="ArgumentException">The name is empty, too long or holds control characters, or the version is below 1.</exception>
    public EventData(EventType type, ReadOnlyMemory<byte> data, EventStamp stamp = default)
        : this(data, type.Checked(), stamp)
    {
    }

    // For definitions, which have checked their type once and for all.
    internal EventData(ReadOnlyMemory<byte> data, EventType checkedType, EventStamp stamp)
    {
        Type = checkedType;
        Data = data;
        Id = stamp.Id;
        OccurredAt = stamp.OccurredAt is { } time ? StoredTime.Normalize(time) : null;
        Metadata = stamp.Metadata ?? EventMetadata.None;
    }

    /// <summary>The stored name and schema version.</summary>
    public EventType Type { get; }

    /// <summary>The content as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Data { get; }

    /// <summary>The id; null lets the store give one. A given id makes repeating the append safe.</summary>
    public Guid? Id { get; }

    /// <summary>When it happened, in UTC and whole microseconds; null lets the store's clock say.</summary>
    public DateTimeOffset? OccurredAt { get; }

    /// <summary>What is known beside its content.</summary>
    public EventMetadata Metadata { get; }
}
