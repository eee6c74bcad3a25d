namespace Foldstream;

/// <summary>When a snapshot is due after a save; combine with <c>|</c> and <c>&amp;</c>, or derive a record of your own.</summary>
public abstract record SnapshotPolicy
{
    /// <summary>Never due: snapshots are taken by hand only.</summary>
    public static SnapshotPolicy Manual { get; } = new ManualPolicy();

    /// <summary>Due when a save crosses a multiple of so many events, whether or not it lands on one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static SnapshotPolicy Every(int events) => new EveryPolicy(events);

    /// <summary>Due when the snapshot that the state was loaded from is at least so old; without one, when the stream's first event is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The age is not positive.</exception>
    public static SnapshotPolicy OlderThan(TimeSpan age) => new OlderThanPolicy(age);

    /// <summary>Due when one of the two is.</summary>
    public static SnapshotPolicy operator |(SnapshotPolicy left, SnapshotPolicy right) => new EitherPolicy(left, right);

    /// <summary>Due when both are.</summary>
    public static SnapshotPolicy operator &(SnapshotPolicy left, SnapshotPolicy right) => new BothPolicy(left, right);

    /// <summary>Whether a snapshot is to be taken; pure and fast.</summary>
    public abstract bool IsDue(SnapshotMoment moment);
}
