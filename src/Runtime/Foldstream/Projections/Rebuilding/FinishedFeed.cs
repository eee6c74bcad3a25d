namespace Foldstream;

/// <summary>What the last step of a partition did inside of a transaction that is not committed yet.</summary>
internal sealed class FinishedFeed(string projection)
{
    private int written;
    private int deleted;

    /// <summary>How many events there were.</summary>
    public long Events { get; private set; }

    public void Add(int events, DocumentChanges? changes)
    {
        Events += events;
        written += changes?.Writes.Count ?? 0;
        deleted += changes?.Deletes.Count ?? 0;
    }

    /// <summary>Counts the documents; to be called after the commit, since what is rolled back was not written.</summary>
    public void Committed() => ProjectionTelemetry.Written(projection, written, deleted);
}
