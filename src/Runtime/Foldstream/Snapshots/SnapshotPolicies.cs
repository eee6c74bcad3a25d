namespace Foldstream;

/// <summary>Never due.</summary>
internal sealed record ManualPolicy : SnapshotPolicy
{
    public override bool IsDue(SnapshotMoment moment) => false;
}

/// <summary>Due when a save crosses a multiple: one that never lands on a multiple would never be due by its remainder.</summary>
internal sealed record EveryPolicy : SnapshotPolicy
{
    public EveryPolicy(int events)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);
        Events = events;
    }

    public int Events { get; }

    public override bool IsDue(SnapshotMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return moment.Before / Events != moment.After / Events;
    }
}

/// <summary>Due by age.</summary>
internal sealed record OlderThanPolicy : SnapshotPolicy
{
    public OlderThanPolicy(TimeSpan age)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(age, TimeSpan.Zero);
        Age = age;
    }

    public TimeSpan Age { get; }

    public override bool IsDue(SnapshotMoment moment)
    {
        ArgumentNullException.ThrowIfNull(moment);
        return (moment.LastTakenAt ?? moment.FirstOccurredAt) is { } since && moment.Now - since >= Age;
    }
}

/// <summary>Due when one of its parts is.</summary>
internal sealed record EitherPolicy : SnapshotPolicy
{
    public EitherPolicy(SnapshotPolicy left, SnapshotPolicy right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        (Left, Right) = (left, right);
    }

    public SnapshotPolicy Left { get; }

    public SnapshotPolicy Right { get; }

    public override bool IsDue(SnapshotMoment moment) => Left.IsDue(moment) || Right.IsDue(moment);
}

/// <summary>Due when both of its parts are.</summary>
internal sealed record BothPolicy : SnapshotPolicy
{
    public BothPolicy(SnapshotPolicy left, SnapshotPolicy right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        (Left, Right) = (left, right);
    }

    public SnapshotPolicy Left { get; }

    public SnapshotPolicy Right { get; }

    public override bool IsDue(SnapshotMoment moment) => Left.IsDue(moment) && Right.IsDue(moment);
}
