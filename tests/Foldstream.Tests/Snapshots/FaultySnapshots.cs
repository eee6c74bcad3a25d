namespace Foldstream.Tests;

/// <summary>A store whose snapshots a test can make fail or wait.</summary>
internal sealed class FaultySnapshots(EventStoreOptions? options = null) : ISnapshotStore
{
    private readonly InMemoryEventStore inner = new(options);

    /// <summary>Runs before every look for a snapshot.</summary>
    public Func<CancellationToken, Task>? OnFind { get; set; }

    /// <summary>Runs before every write of one.</summary>
    public Func<SnapshotKey, Task>? OnSave { get; set; }

    public List<(SnapshotKey Key, StoredSnapshot Snapshot)> Saved { get; } = [];

    public int Reads { get; private set; }

    public int Finds { get; private set; }

    public EventStoreOptions Options => inner.Options;

    public ValueTask<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken = default) => inner.AppendAsync(append, cancellationToken);

    public ValueTask ReadAsync(StreamId stream, StreamRange range, IEventVisitor visitor, CancellationToken cancellationToken = default)
    {
        Reads++;
        return inner.ReadAsync(stream, range, visitor, cancellationToken);
    }

    public ValueTask<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellationToken = default) => inner.HeadAsync(stream, cancellationToken);

    public ValueTask<RecordedEvent?> FindEventAsync(Guid eventId, CancellationToken cancellationToken = default) => inner.FindEventAsync(eventId, cancellationToken);

    public async ValueTask<StoredSnapshot?> FindSnapshotAsync(SnapshotKey key, CancellationToken cancellationToken = default)
    {
        Finds++;
        await (OnFind?.Invoke(cancellationToken) ?? Task.CompletedTask);
        return await inner.FindSnapshotAsync(key, cancellationToken);
    }

    public async ValueTask SaveSnapshotAsync(SnapshotKey key, StoredSnapshot snapshot, CancellationToken cancellationToken = default)
    {
        await (OnSave?.Invoke(key) ?? Task.CompletedTask);
        cancellationToken.ThrowIfCancellationRequested();
        await inner.SaveSnapshotAsync(key, snapshot, cancellationToken);
        lock (Saved)
            Saved.Add((key, snapshot));
    }

    public ValueTask<bool> DeleteSnapshotAsync(SnapshotKey key, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Snapshots cannot be deleted.");

    public ValueTask<long> DeleteSnapshotsAsync(string owner, string? exceptFingerprint = null, CancellationToken cancellationToken = default) =>
        throw new InvalidOperationException("Snapshots cannot be deleted.");

    public ValueTask DisposeAsync() => this.FlushSnapshotsAsync();
}
