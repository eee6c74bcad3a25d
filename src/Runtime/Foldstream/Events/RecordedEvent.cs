namespace Foldstream;

/// <summary>An event as it was stored.</summary>
public sealed class RecordedEvent
{
    /// <summary>The stream.</summary>
    public required StreamId Stream { get; init; }

    /// <summary>The event's version in its stream: 0 for the first.</summary>
    public required StreamVersion Version { get; init; }

    /// <summary>Its position in the store's order; null where the store keeps none.</summary>
    public required GlobalPosition? Position { get; init; }

    /// <summary>Its id.</summary>
    public required Guid Id { get; init; }

    /// <summary>Its stored name and schema version.</summary>
    public required EventType Type { get; init; }

    /// <summary>Its content as UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> Data { get; init; }

    /// <summary>When it happened, by its writer: UTC, whole microseconds.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>When it was stored, by the store: UTC, whole microseconds; never decreases within a stream.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>What is known beside its content.</summary>
    public EventMetadata Metadata { get; init; } = EventMetadata.None;

    /// <summary>The event's address for messages and logs: stream, version and type, nothing of the content.</summary>
    public override string ToString() => $"{Type} at {Stream}:{Version}";

    /// <summary>Looks at this copy as a visitor would.</summary>
    internal StoredEvent AsStored() => new(this);
}
