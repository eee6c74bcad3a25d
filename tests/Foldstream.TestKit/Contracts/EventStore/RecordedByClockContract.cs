namespace Foldstream.TestKit;

/// <summary>Recorded-at of embedded stores comes from the clock of the options, and never decreases within a stream.</summary>
/// <remarks>A store whose server tells the time does not inherit this one.</remarks>
public abstract class RecordedByClockContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task Recorded_at_is_the_clocks()
    {
        Clock.Now = TestClock.Start.AddTicks(19);
        var result = await AppendAsync(stream, Sample.Event(new EventStamp(OccurredAt: TestClock.Start.AddYears(-1))));
        Assert.Equal(TestClock.Start.AddTicks(10), (await SingleAsync(stream)).RecordedAt);
        Assert.Equal(TestClock.Start.AddTicks(10), result.RecordedAt);
    }

    [Fact]
    public async Task Recorded_at_never_decreases_within_a_stream_when_the_clock_goes_backwards()
    {
        await AppendAsync(stream, Sample.Event());
        Clock.Move(TimeSpan.FromHours(-1));
        var result = await AppendAsync(stream, Sample.Event());
        Clock.Move(TimeSpan.FromHours(2));
        await AppendAsync(stream, Sample.Event());
        Assert.Equal(
            [TestClock.Start, TestClock.Start, TestClock.Start.AddHours(1)],
            (await ReadAsync(stream)).Select(recorded => recorded.RecordedAt));
        Assert.Equal(TestClock.Start, result.RecordedAt);
    }

    [Fact]
    public async Task Occurred_at_follows_the_clock_backwards()
    {
        await AppendAsync(stream, Sample.Event());
        Clock.Move(TimeSpan.FromHours(-1));
        await AppendAsync(stream, Sample.Event());
        Assert.Equal(TestClock.Start.AddHours(-1), (await ReadAsync(stream))[1].OccurredAt);
    }

    [Fact]
    public async Task Head_tells_the_recorded_at_of_the_last_event()
    {
        await AppendAsync(stream, Sample.Event());
        var head = await Store.HeadAsync(stream, Cancellation);
        Assert.Equal(TestClock.Start, head.Last!.RecordedAt);
    }
}
