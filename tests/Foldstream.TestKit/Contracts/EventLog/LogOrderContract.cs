namespace Foldstream.TestKit;

/// <summary>The log holds the events of all streams in one order, from a position, to a position, in both directions.</summary>
public abstract class LogOrderContract<TStore, TFixture> : LogContract<TStore, TFixture>
    where TStore : class, IEventLog
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Length = 5;

    public static TheoryData<ReadDirection> Directions => [ReadDirection.Forwards, ReadDirection.Backwards];

    [Fact]
    public async Task Empty_log_has_no_events_and_no_head()
    {
        await AssertLogAsync([]);
        Assert.Null(await Store.HeadAsync(Cancellation));
        Assert.Null(await Store.LatestAsync(cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Events_of_all_streams_come_in_the_order_of_their_appends()
    {
        await AppendAsync(Sample.Stream("one"), Sample.Events(2));
        await AppendAsync(Sample.Stream("two", "other"), Sample.Events(2, first: 2));
        await AppendAsync(Sample.Stream("one", tenant: "acme"), Sample.Events(1, first: 4));
        await AppendAsync(Sample.Stream("one"), Sample.Events(2, first: 5));
        await AssertLogAsync(Enumerable.Range(0, 7));
    }

    [Fact]
    public async Task Positions_rise_from_event_to_event()
    {
        var events = await FillAsync();
        foreach (var (earlier, later) in events.Zip(events.Skip(1)))
            Assert.True(earlier.Position!.Value < later.Position!.Value);
    }

    [Fact]
    public async Task Event_has_the_same_position_wherever_it_is_read()
    {
        var log = await FillAsync();
        foreach (var recorded in log)
        {
            var read = await ReadAsync(recorded.Stream, new StreamRange { From = recorded.Version, Limit = 1 });
            Assert.Equal(recorded.Position, read[0].Position);
            Assert.Equal(recorded.Position, (await Store.FindEventAsync(recorded.Id, Cancellation))!.Position);
        }
    }

    [Fact]
    public async Task Head_is_the_position_of_the_last_event_and_of_the_last_result()
    {
        await FillAsync();
        var result = await AppendAsync(Sample.Stream("last"), Sample.Events(2, first: Length));
        var latest = await Store.LatestAsync(cancellationToken: Cancellation);
        Assert.Equal(result.LastPosition, await Store.HeadAsync(Cancellation));
        Assert.Equal(result.LastPosition, latest!.Position);
        Assert.Equal(Length + 1, Sample.NumberOf(latest));
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Every_combination_of_after_up_to_and_limit_is_read(ReadDirection direction)
    {
        var positions = (await FillAsync()).Select(recorded => recorded.Position).ToArray();
        foreach (var (after, upTo, limit) in Combinations())
        {
            var range = new LogRange
            {
                After = after < 0 ? null : positions[after],
                UpTo = upTo < 0 ? null : positions[upTo],
                Limit = limit,
                Direction = direction,
            };
            await AssertLogAsync(Expected(after, upTo, limit, direction), range);
        }
    }

    [Fact]
    public async Task Reading_goes_on_after_a_position_that_was_kept_as_text()
    {
        await FillAsync();
        var seen = (await ReadLogAsync(new LogRange { Limit = 2 }))[^1].Position.ToString()!;
        await AssertLogAsync([2, 3, 4], new LogRange { After = GlobalPosition.Parse(seen) });
    }

    [Fact]
    public async Task Refused_append_leaves_nothing_in_the_log()
    {
        await FillAsync();
        await RefusedAsync<WrongExpectedVersionException>(Sample.Stream("a"), ExpectedVersion.NoStream, Sample.Events(3));
        await AppendAsync(Sample.Stream("a"), Sample.Events(1, first: Length));
        await AssertLogAsync(Enumerable.Range(0, Length + 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Limit_that_is_not_positive_is_refused(long limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new LogRange { Limit = limit });

    private static IEnumerable<(int After, int UpTo, long? Limit)> Combinations() =>
        from after in Enumerable.Range(-1, Length + 1)
        from upTo in Enumerable.Range(-1, Length + 1)
        from limit in new long?[] { null, 1, 2, Length, Length + 1 }
        select (after, upTo, limit);

    private static IEnumerable<int> Expected(int after, int upTo, long? limit, ReadDirection direction)
    {
        var wanted = Enumerable.Range(0, Length).Where(number => number > after && (upTo < 0 || number <= upTo));
        if (direction == ReadDirection.Backwards)
            wanted = wanted.Reverse();
        return wanted.Take((int)(limit ?? Length));
    }

    private async ValueTask<List<RecordedEvent>> FillAsync()
    {
        await AppendAsync(Sample.Stream("a"), Sample.Events(2));
        await AppendAsync(Sample.Stream("b"), Sample.Events(1, first: 2));
        await AppendAsync(Sample.Stream("a"), Sample.Events(2, first: 3));
        return await ReadLogAsync();
    }
}
