namespace Foldstream.Postgres;

/// <content>Snapshots.</content>
public sealed partial class PostgresEventStore
{
    /// <inheritdoc/>
    public ValueTask<StoredSnapshot?> FindSnapshotAsync(SnapshotKey key, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return open.Snapshots.FindAsync(key, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask SaveSnapshotAsync(SnapshotKey key, StoredSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ThrowIfDisposed();
        return open.Snapshots.SaveAsync(key, snapshot, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<bool> DeleteSnapshotAsync(SnapshotKey key, CancellationToken cancellationToken = default)
    {
        ThrowIfDisposed();
        return open.Snapshots.DeleteAsync(key, cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<long> DeleteSnapshotsAsync(string owner, string? exceptFingerprint = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(owner);
        ThrowIfDisposed();
        return open.Snapshots.DeleteAllAsync(owner, exceptFingerprint, cancellationToken);
    }
}
