namespace Foldstream;

/// <summary>What is put on an event when it is made ready for storing.</summary>
/// <param name="Id">Its id; null lets the store give one.</param>
/// <param name="OccurredAt">When it happened; null lets the store's clock say.</param>
/// <param name="Metadata">What is known beside its content; null is none.</param>
public readonly record struct EventStamp(Guid? Id = null, DateTimeOffset? OccurredAt = null, EventMetadata? Metadata = null);
