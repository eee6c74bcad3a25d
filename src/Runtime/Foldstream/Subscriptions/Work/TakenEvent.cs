namespace Foldstream;

/// <summary>An event of a subscription's page: where it stands, and what was made of it while it was read.</summary>
/// <param name="Position">Its position.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its version in the stream.</param>
/// <param name="Id">Its id.</param>
/// <param name="Type">Its stored name and schema version.</param>
/// <param name="RecordedAt">When it was stored.</param>
/// <param name="Item">What the work made of it; null where that failed or the event is set aside.</param>
/// <param name="DecodingError">Why it could not be decoded; null where it could.</param>
internal readonly record struct TakenEvent(
    GlobalPosition Position,
    StreamId Stream,
    StreamVersion Version,
    Guid Id,
    EventType Type,
    DateTimeOffset RecordedAt,
    object? Item,
    Exception? DecodingError);
