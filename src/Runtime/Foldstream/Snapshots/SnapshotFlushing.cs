namespace Foldstream;

/// <summary>Waits for snapshots that are written behind saves.</summary>
public static class SnapshotFlushing
{
    /// <summary>Waits until every snapshot that waits now is written or has failed. A store does so when it is disposed of: for its authors too.</summary>
    /// <param name="store">The store.</param>
    /// <param name="cancellationToken">Ends the wait; the snapshots are written nevertheless.</param>
    public static ValueTask FlushSnapshotsAsync(this ISnapshotStore store, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(store);
        return new ValueTask(SnapshotQueue.FlushAsync(store, cancellationToken));
    }
}
