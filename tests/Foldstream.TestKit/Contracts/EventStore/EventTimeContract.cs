namespace Foldstream.TestKit;

/// <summary>Every event has the time at which it happened and the time at which it was stored, in one form.</summary>
public abstract class EventTimeContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task Occurred_at_is_the_clocks_by_default()
    {
        await AppendAsync(stream, Sample.Event(), Sample.Event());
        Assert.All(await ReadAsync(stream), recorded => Assert.Equal(TestClock.Start, recorded.OccurredAt));
    }

    [Theory]
    [InlineData("1900-01-01T00:00:00Z")]
    [InlineData("1969-12-31T23:59:59.999999Z")]
    [InlineData("2024-02-29T12:34:56.123456Z")]
    [InlineData("9999-12-31T23:59:59.999999Z")]
    public async Task Occurred_at_that_is_given_survives(string text)
    {
        var time = Parse(text);
        await AppendAsync(stream, Sample.Event(new EventStamp(OccurredAt: time)));
        Assert.Equal(time, (await SingleAsync(stream)).OccurredAt);
    }

    [Fact]
    public async Task Occurred_at_is_kept_in_utc_and_whole_microseconds()
    {
        await AppendAsync(stream, Sample.Event(new EventStamp(OccurredAt: Parse("2024-03-01T01:00:00.1234567+05:30"))));
        var stored = (await SingleAsync(stream)).OccurredAt;
        Assert.Equal(TimeSpan.Zero, stored.Offset);
        Assert.Equal(Parse("2024-02-29T19:30:00.123456Z"), stored);
    }

    [Fact]
    public async Task Time_of_the_clock_is_kept_in_whole_microseconds()
    {
        Clock.Now = TestClock.Start.AddTicks(19);
        await AppendAsync(stream, Sample.Event());
        Assert.Equal(TestClock.Start.AddTicks(10), (await SingleAsync(stream)).OccurredAt);
    }

    [Fact]
    public async Task Recorded_at_is_in_utc_and_whole_microseconds()
    {
        var result = await AppendAsync(stream, Sample.Event());
        var stored = (await SingleAsync(stream)).RecordedAt;
        Assert.Equal((TimeSpan.Zero, 0L), (stored.Offset, stored.UtcTicks % TimeSpan.TicksPerMicrosecond));
        Assert.Equal(stored, result.RecordedAt);
    }

    [Fact]
    public async Task Events_of_one_append_are_recorded_at_one_time()
    {
        await AppendAsync(stream, Sample.Events(3));
        Assert.Single((await ReadAsync(stream)).Select(recorded => recorded.RecordedAt).Distinct());
    }

    private static DateTimeOffset Parse(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
