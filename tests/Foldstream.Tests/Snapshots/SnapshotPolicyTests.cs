namespace Foldstream.Tests;

public sealed class SnapshotPolicyTests
{
    private static readonly SnapshotPolicy Due = new Always(true);
    private static readonly SnapshotPolicy NotDue = new Always(false);

    [Theory]
    [InlineData(100, 98, 101, true)]
    [InlineData(100, 100, 101, false)]
    [InlineData(100, 0, 0, false)]
    [InlineData(100, 99, 100, true)]
    [InlineData(100, 0, 99, false)]
    [InlineData(100, 0, 100, true)]
    [InlineData(100, 99, 350, true)]
    [InlineData(1, 7, 8, true)]
    [InlineData(int.MaxValue, 0, 1000, false)]
    public void Every_is_due_when_a_save_crosses_a_multiple(int events, long before, long after, bool isDue) =>
        Assert.Equal(isDue, SnapshotPolicy.Every(events).IsDue(Moment(before, after)));

    [Fact]
    public void Saves_that_never_land_on_a_multiple_cross_each_of_them() =>
        Assert.Equal(3, Enumerable.Range(0, 102).Select(save => 1L + (save * 3)).Count(before => SnapshotPolicy.Every(100).IsDue(Moment(before, before + 3))));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Every_asks_for_a_positive_number(int events) =>
        Assert.Equal("events", Assert.Throws<ArgumentOutOfRangeException>(() => SnapshotPolicy.Every(events)).ParamName);

    [Fact]
    public void Manual_is_never_due() => Assert.False(SnapshotPolicy.Manual.IsDue(Moment(0, 10_000)));

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    [InlineData(61, true)]
    public void OlderThan_looks_at_the_last_snapshot(int minutes, bool isDue)
    {
        var moment = Moment(0, 1) with { LastSnapshot = 1, LastTakenAt = TestClock.Start, FirstOccurredAt = TestClock.Start.AddDays(-9), Now = TestClock.Start.AddMinutes(minutes) };
        Assert.Equal(isDue, SnapshotPolicy.OlderThan(TimeSpan.FromHours(1)).IsDue(moment));
    }

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void OlderThan_looks_at_the_first_event_where_there_is_no_snapshot(int minutes, bool isDue)
    {
        var moment = Moment(0, 1) with { FirstOccurredAt = TestClock.Start, Now = TestClock.Start.AddMinutes(minutes) };
        Assert.Equal(isDue, SnapshotPolicy.OlderThan(TimeSpan.FromHours(1)).IsDue(moment));
    }

    [Fact]
    public void OlderThan_asks_for_a_positive_age() =>
        Assert.Equal("age", Assert.Throws<ArgumentOutOfRangeException>(() => SnapshotPolicy.OlderThan(TimeSpan.Zero)).ParamName);

    [Fact]
    public void Policies_combine()
    {
        Assert.Equal((true, true, true, false), (IsDue(Due | Due), IsDue(Due | NotDue), IsDue(NotDue | Due), IsDue(NotDue | NotDue)));
        Assert.Equal((true, false, false, false), (IsDue(Due & Due), IsDue(Due & NotDue), IsDue(NotDue & Due), IsDue(NotDue & NotDue)));
        Assert.Throws<ArgumentNullException>(() => Due | null!);
        Assert.Throws<ArgumentNullException>(() => null! & Due);

        static bool IsDue(SnapshotPolicy policy) => policy.IsDue(Moment(0, 1));
    }

    [Fact]
    public void Policies_are_values() => Assert.Equal(
        SnapshotPolicy.Every(100) | SnapshotPolicy.OlderThan(TimeSpan.FromDays(1)) & SnapshotPolicy.Manual,
        SnapshotPolicy.Every(100) | SnapshotPolicy.OlderThan(TimeSpan.FromDays(1)) & SnapshotPolicy.Manual);

    private static SnapshotMoment Moment(long before, long after) => new(before, after, null, null, null, TestClock.Start);

    private sealed record Always(bool Answer) : SnapshotPolicy
    {
        public override bool IsDue(SnapshotMoment moment) => Answer;
    }
}
