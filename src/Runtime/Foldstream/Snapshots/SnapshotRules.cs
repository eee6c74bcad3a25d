namespace Foldstream;

/// <summary>The errors of snapshots that are taken by hand.</summary>
internal static class SnapshotRules
{
    public static InvalidOperationException NotKept(Type type) =>
        new($"'{type}' keeps no snapshots: mark it with [Snapshot], so that the generator writes how its state is kept.");
}
