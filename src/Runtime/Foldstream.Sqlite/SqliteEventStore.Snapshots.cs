namespace Foldstream.Sqlite;

/// <content>Snapshots: small changes, which share their transactions with appends.</content>
public sealed partial class SqliteEventStore
{
    /// <inheritdoc/>
    public ValueTask<StoredSnapshot?> FindSnapshotAsync(SnapshotKey key, CancellationToken cancellationToken = default) =>
        file.Readers.QueryTablesAsync(tables => tables.Snapshots.Find(key), cancellationToken);

    /// <inheritdoc/>
    public async ValueTask SaveSnapshotAsync(SnapshotKey key, StoredSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        await file.Queue.ChangeAsync(
            writer =>
            {
                writer.Tables.Snapshots.Save(key, snapshot);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<bool> DeleteSnapshotAsync(SnapshotKey key, CancellationToken cancellationToken = default) =>
        await file.Queue.ChangeAsync(writer => writer.Tables.Snapshots.Delete(key), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<long> DeleteSnapshotsAsync(string owner, string? exceptFingerprint = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(owner);
        return await file.Queue.ChangeAsync(writer => writer.Tables.Snapshots.Delete(owner, exceptFingerprint), cancellationToken).ConfigureAwait(false);
    }
}
