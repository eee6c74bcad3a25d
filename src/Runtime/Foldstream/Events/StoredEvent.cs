namespace Foldstream;

/// <summary>A stored event as a visitor sees it: a view on the store's own buffers, valid during the visit only.</summary>
public readonly ref struct StoredEvent
{
    private readonly ReadOnlySpan<byte> metadata;
    private readonly EventMetadata? decodedMetadata;

    /// <summary>Creates the view: for the authors of stores.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="version">The event's version in the stream.</param>
    /// <param name="position">Its position in the store's order; null where the store keeps none.</param>
    /// <param name="id">Its id.</param>
    /// <param name="type">Its type; the name is best one shared string, not one for each row.</param>
    /// <param name="data">Its content.</param>
    /// <param name="occurredAt">When it happened.</param>
    /// <param name="recordedAt">When it was stored.</param>
    /// <param name="metadata">What <see cref="EventMetadataJson"/> wrote; empty for none.</param>
    public StoredEvent(
        StreamId stream,
        StreamVersion version,
        GlobalPosition? position,
        Guid id,
        EventType type,
        ReadOnlySpan<byte> data,
        DateTimeOffset occurredAt,
        DateTimeOffset recordedAt,
        ReadOnlySpan<byte> metadata)
    {
        Stream = stream;
        Version = version;
        Position = position;
        Id = id;
        Type = type;
        Data = data;
        OccurredAt = occurredAt;
        RecordedAt = recordedAt;
        this.metadata = metadata;
    }

    internal StoredEvent(RecordedEvent recorded)
    {
        Stream = recorded.Stream;
        Version = recorded.Version;
        Position = recorded.Position;
        Id = recorded.Id;
        Type = recorded.Type;
        Data = recorded.Data.Span;
        OccurredAt = recorded.OccurredAt;
        RecordedAt = recorded.RecordedAt;
        decodedMetadata = recorded.Metadata;
    }

    /// <summary>The stream.</summary>
    public StreamId Stream { get; }

    /// <summary>The event's version in its stream.</summary>
    public StreamVersion Version { get; }

    /// <summary>Its position in the store's order; null where the store keeps none.</summary>
    public GlobalPosition? Position { get; }

    /// <summary>Its id.</summary>
    public Guid Id { get; }

    /// <summary>Its stored name and schema version.</summary>
    public EventType Type { get; }

    /// <summary>Its content as UTF-8 JSON.</summary>
    public ReadOnlySpan<byte> Data { get; }

    /// <summary>When it happened, by its writer.</summary>
    public DateTimeOffset OccurredAt { get; }

    /// <summary>When it was stored, by the store; never decreases within a stream.</summary>
    public DateTimeOffset RecordedAt { get; }

    /// <summary>Decodes what is known beside the content.</summary>
    public EventMetadata ReadMetadata() => decodedMetadata ?? EventMetadataJson.Read(metadata);

    /// <summary>Copies the event out of the store's buffers.</summary>
    public RecordedEvent ToRecordedEvent() => new()
    {
        Stream = Stream,
        Version = Version,
        Position = Position,
        Id = Id,
        Type = Type,
        Data = Data.ToArray(),
        OccurredAt = OccurredAt,
        RecordedAt = RecordedAt,
        Metadata = ReadMetadata(),
    };
}
