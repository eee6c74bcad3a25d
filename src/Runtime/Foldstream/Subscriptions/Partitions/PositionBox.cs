namespace Foldstream;

/// <summary>A position that others read while it moves: the position itself is larger than what is read and written in one piece.</summary>
internal sealed record PositionBox(GlobalPosition? Position);
