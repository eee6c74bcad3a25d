namespace Foldstream;

/// <summary>Where an event stands and when it was stored: what a document's metadata follow from.</summary>
internal readonly record struct EventPlace(StreamId Stream, GlobalPosition Position, DateTimeOffset RecordedAt);
