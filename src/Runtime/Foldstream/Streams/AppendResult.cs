namespace Foldstream;

/// <summary>What an append stored.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="FirstVersion">The version of the append's first event.</param>
/// <param name="LastVersion">The version of its last event: the stream's version after the append.</param>
/// <param name="LastPosition">The position of its last event in the order of the store; null where the store keeps none.</param>
/// <param name="RecordedAt">When it was stored, by the store.</param>
/// <param name="AlreadyStored">Whether the same append was stored before, so that this one added nothing.</param>
public sealed record AppendResult(
    StreamId Stream,
    StreamVersion FirstVersion,
    StreamVersion LastVersion,
    GlobalPosition? LastPosition,
    DateTimeOffset RecordedAt,
    bool AlreadyStored = false);
