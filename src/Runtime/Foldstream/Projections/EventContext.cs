namespace Foldstream;

/// <summary>What is known of an event beside its content, for handlers that ask for it.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Version">The event's version in its stream.</param>
/// <param name="Position">Its position in the store's order; null where the store keeps none.</param>
/// <param name="Id">Its id: the idempotency key of what a handler does elsewhere.</param>
/// <param name="Type">Its stored name and schema version.</param>
/// <param name="OccurredAt">When it happened, by its writer.</param>
/// <param name="RecordedAt">When it was stored, by the store.</param>
/// <param name="Metadata">Who and what caused it, and anything else.</param>
public sealed record EventContext(
    StreamId Stream,
    StreamVersion Version,
    GlobalPosition? Position,
    Guid Id,
    EventType Type,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    EventMetadata Metadata)
{
    /// <summary>The document that a handler of a projection is about to change, for events that change several; null everywhere else.</summary>
    public DocumentKey? Key { get; init; }

    internal static EventContext Of(in StoredEvent stored) => new(
        stored.Stream, stored.Version, stored.Position, stored.Id, stored.Type, stored.OccurredAt, stored.RecordedAt, stored.ReadMetadata());
}
