namespace Foldstream.Tests;

public sealed class StoredTimeTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    [InlineData(19, 10)]
    public void What_is_finer_than_a_microsecond_is_cut_off(long ticks, long kept) =>
        Assert.Equal(TestClock.Start.AddTicks(kept), StoredTime.Normalize(TestClock.Start.AddTicks(ticks)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 10)]
    [InlineData(10, 10)]
    [InlineData(19, 20)]
    public void Beginning_of_a_range_is_the_first_stored_time_in_it(long ticks, long kept) =>
        Assert.Equal(TestClock.Start.AddTicks(kept), new LogRange { RecordedFrom = TestClock.Start.AddTicks(ticks) }.RecordedFrom);

    [Theory]
    [InlineData(0, 0)]
    [InlineData(9, 0)]
    [InlineData(10, 10)]
    public void End_of_a_range_is_the_last_stored_time_in_it(long ticks, long kept) =>
        Assert.Equal(TestClock.Start.AddTicks(kept), new LogRange { RecordedUntil = TestClock.Start.AddTicks(ticks) }.RecordedUntil);

    [Fact]
    public void Time_is_brought_to_utc()
    {
        var stored = StoredTime.Normalize(TestClock.Start.ToOffset(TimeSpan.FromHours(-7)));
        Assert.Equal((TestClock.Start, TimeSpan.Zero), (stored, stored.Offset));
    }

    [Fact]
    public void Extremes_survive()
    {
        Assert.Equal(DateTimeOffset.MinValue, StoredTime.Normalize(DateTimeOffset.MinValue));
        Assert.Equal(DateTimeOffset.MaxValue.AddTicks(-9), StoredTime.Normalize(DateTimeOffset.MaxValue));
    }

    [Fact]
    public void Normal_time_is_left_alone()
    {
        var once = StoredTime.Normalize(TestClock.Start.AddTicks(12345));
        Assert.Equal(once, StoredTime.Normalize(once));
    }

    [Fact]
    public void Event_carries_the_time_in_the_stored_form()
    {
        var given = TestClock.Start.AddTicks(19).ToOffset(TimeSpan.FromHours(2));
        var occurredAt = Sample.Event(new EventStamp(OccurredAt: given)).OccurredAt!.Value;
        Assert.Equal((TestClock.Start.AddTicks(10), TimeSpan.Zero), (occurredAt, occurredAt.Offset));
        Assert.Null(Sample.Event().OccurredAt);
    }
}
