namespace Foldstream;

/// <summary>What a state knows of its snapshots: the last one, and the first event that came after it.</summary>
/// <param name="Events">How many events the snapshot covers; null where there is none.</param>
/// <param name="TakenAt">When it was taken; null where there is none.</param>
/// <param name="FirstOccurredAt">When the first event that it does not cover occurred; null where it covers all.</param>
internal readonly record struct SnapshotTrail(long? Events, DateTimeOffset? TakenAt, DateTimeOffset? FirstOccurredAt)
{
    public static SnapshotTrail Of(StoredSnapshot snapshot) => new(snapshot.Place + 1, snapshot.TakenAt, null);

    public SnapshotTrail WithEvent(DateTimeOffset occurredAt) => FirstOccurredAt is null ? this with { FirstOccurredAt = occurredAt } : this;
}
