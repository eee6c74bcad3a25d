namespace Foldstream;

/// <summary>When a snapshot is due after a save; combine with <c>|</c> and <c>&amp;</c>, or derive a record of your own.</summary>
public abstract record SnapshotPolicy
{
    /// <summary>Whether a snapshot is to be taken; pure and fast.</summary>
    public abstract bool IsDue(SnapshotMoment moment);
}
