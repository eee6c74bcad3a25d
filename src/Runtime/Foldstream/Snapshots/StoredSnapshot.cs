namespace Foldstream;

/// <summary>A state as it was after some of its events.</summary>
/// <param name="Place">How far it goes: the version of the last folded event in its stream, or the value of its global position for what is folded from the log.</param>
/// <param name="Fingerprint">The fold fingerprint under which it was taken.</param>
/// <param name="State">The state as UTF-8 JSON.</param>
/// <param name="TakenAt">When it was taken.</param>
public sealed record StoredSnapshot(long Place, string Fingerprint, ReadOnlyMemory<byte> State, DateTimeOffset TakenAt);
