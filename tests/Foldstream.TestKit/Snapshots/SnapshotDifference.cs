namespace Foldstream.TestKit;

/// <summary>One file in which a snapshot differs from what was accepted.</summary>
/// <param name="Kind">What is wrong with the file.</param>
/// <param name="VerifiedPath">The accepted file, which does not exist yet when the kind is <see cref="SnapshotDifferenceKind.New"/>.</param>
/// <param name="Detail">The first line that differs; empty unless the kind is <see cref="SnapshotDifferenceKind.NotEqual"/>.</param>
public sealed record SnapshotDifference(SnapshotDifferenceKind Kind, string VerifiedPath, string Detail = "");
