namespace Foldstream;

/// <summary>The port of a store that keeps states beside their events, one for each key, so that not every event is folded again.</summary>
/// <remarks>A snapshot is never needed: what is missing or unusable is folded from the events.</remarks>
public interface ISnapshotStore : IEventStore
{
    /// <summary>The snapshot of a key; null where there is none.</summary>
    ValueTask<StoredSnapshot?> FindSnapshotAsync(SnapshotKey key, CancellationToken cancellationToken = default);

    /// <summary>Keeps a snapshot in place of an older one. One that stands at a later place under the same fingerprint stays.</summary>
    ValueTask SaveSnapshotAsync(SnapshotKey key, StoredSnapshot snapshot, CancellationToken cancellationToken = default);

    /// <summary>Removes the snapshot of a key.</summary>
    /// <returns>Whether there was one. False also where a store repeated an attempt whose answer was lost, and the first one had removed it.</returns>
    ValueTask<bool> DeleteSnapshotAsync(SnapshotKey key, CancellationToken cancellationToken = default);

    /// <summary>Removes all snapshots of an owner, or those only that were taken under another fingerprint.</summary>
    /// <param name="owner">Whose, as in <see cref="SnapshotKey.Owner"/>.</param>
    /// <param name="exceptFingerprint">The fingerprint whose snapshots stay. The default, null, removes all.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    /// <returns>How many there were; fewer where a store repeated an attempt whose answer was lost.</returns>
    ValueTask<long> DeleteSnapshotsAsync(string owner, string? exceptFingerprint = null, CancellationToken cancellationToken = default);
}
