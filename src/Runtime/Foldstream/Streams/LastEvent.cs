namespace Foldstream;

/// <summary>The facts of a stream's last event, without its content.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Type">Its stored name and schema version.</param>
/// <param name="OccurredAt">When it happened, by its writer.</param>
/// <param name="RecordedAt">When it was stored, by the store.</param>
public sealed record LastEvent(Guid Id, EventType Type, DateTimeOffset OccurredAt, DateTimeOffset RecordedAt);
