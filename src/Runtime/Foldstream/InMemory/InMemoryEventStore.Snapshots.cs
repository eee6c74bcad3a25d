namespace Foldstream;

/// <content>Snapshots.</content>
public sealed partial class InMemoryEventStore
{
    /// <inheritdoc/>
    public ValueTask<StoredSnapshot?> FindSnapshotAsync(SnapshotKey key, CancellationToken cancellationToken = default) =>
        Read(now => now.Snapshots.GetValueOrDefault(key), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask SaveSnapshotAsync(SnapshotKey key, StoredSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        // A copy: the caller may use his buffer again.
        var kept = snapshot with { State = snapshot.State.ToArray(), TakenAt = StoredTime.Normalize(snapshot.TakenAt) };
        await ChangeAsync(
            before => before.Snapshots.GetValueOrDefault(key) is { } present && present.Fingerprint == kept.Fingerprint && present.Place > kept.Place
                ? before
                : before with { Snapshots = before.Snapshots.SetItem(key, kept) },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteSnapshotAsync(SnapshotKey key, CancellationToken cancellationToken = default) =>
        await DeleteAsync(present => present == key, cancellationToken).ConfigureAwait(false) > 0;

    /// <inheritdoc/>
    public ValueTask<long> DeleteSnapshotsAsync(string owner, string? exceptFingerprint = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return DeleteAsync(key => key.Owner == owner && tables.Snapshots[key].Fingerprint != exceptFingerprint, cancellationToken);
    }

    private async ValueTask<long> DeleteAsync(Func<SnapshotKey, bool> isMeant, CancellationToken cancellationToken)
    {
        SnapshotKey[] deleted = [];
        await ChangeAsync(Delete, cancellationToken).ConfigureAwait(false);
        return deleted.Length;

        InMemoryTables Delete(InMemoryTables before)
        {
            deleted = [.. before.Snapshots.Keys.Where(isMeant)];
            return before with { Snapshots = before.Snapshots.RemoveRange(deleted) };
        }
    }
}
