namespace Foldstream;

/// <summary>A snapshot on its way into the store.</summary>
internal sealed record SnapshotWrite(SnapshotKey Key, StoredSnapshot Snapshot, string Category)
{
    /// <summary>Whether it takes the place of another one, by the rule of the port.</summary>
    public bool Replaces(SnapshotWrite other) =>
        Snapshot.Fingerprint != other.Snapshot.Fingerprint || Snapshot.Place >= other.Snapshot.Place;
}
