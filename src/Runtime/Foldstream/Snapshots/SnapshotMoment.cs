namespace Foldstream;

/// <summary>A save, as a <see cref="SnapshotPolicy"/> sees it.</summary>
/// <param name="Before">How many events there were before the save.</param>
/// <param name="After">How many there are now.</param>
/// <param name="LastSnapshot">How many events the snapshot covers that the state was loaded from; null where it was folded from the beginning.</param>
/// <param name="LastTakenAt">When that snapshot was taken; null where there was none.</param>
/// <param name="FirstOccurredAt">When the first event that no snapshot covers occurred.</param>
/// <param name="Now">The time, by the store's clock.</param>
public sealed record SnapshotMoment(
    long Before, long After, long? LastSnapshot, DateTimeOffset? LastTakenAt, DateTimeOffset? FirstOccurredAt, DateTimeOffset Now);
