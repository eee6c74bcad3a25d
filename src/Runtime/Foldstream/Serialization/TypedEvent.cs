namespace Foldstream;

/// <summary>A stored event together with what it says.</summary>
/// <param name="Event">The event itself.</param>
/// <param name="Recorded">Where, when and by whom it was stored.</param>
public sealed record TypedEvent(object Event, RecordedEvent Recorded);
