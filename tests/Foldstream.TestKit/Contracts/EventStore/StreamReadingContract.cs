namespace Foldstream.TestKit;

/// <summary>Streams are read forwards and backwards, from and to a version, up to a limit, in every combination.</summary>
public abstract class StreamReadingContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Length = 5;

    private readonly StreamId stream = Sample.Stream();

    public static TheoryData<ReadDirection> Directions => [ReadDirection.Forwards, ReadDirection.Backwards];

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Every_combination_of_from_to_and_limit_is_read(ReadDirection direction)
    {
        await AppendAsync(stream, Sample.Events(2));
        await AppendAsync(stream, Sample.Events(3, first: 2));
        foreach (var range in Ranges(direction))
        {
            var expected = Expected(range);
            await AssertNumbersAsync(expected, stream, range);
            Assert.Equal(expected, (await VisitAsync(stream, range)).Select(Sample.NumberOf));
        }
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Stream_without_events_gives_none(ReadDirection direction)
    {
        await AppendAsync(Sample.Stream("other"), Sample.Events(2));
        Assert.Empty(await ReadAsync(stream, new StreamRange { Direction = direction }));
        Assert.Empty(await VisitAsync(stream, new StreamRange { Direction = direction, From = 1, To = 2, Limit = 3 }));
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Range_may_begin_before_the_first_version(ReadDirection direction)
    {
        await AppendAsync(stream, Sample.Events(Length));
        var range = new StreamRange { Direction = direction, From = StreamVersion.None };
        Assert.Equal(Length, (await VisitAsync(stream, range)).Count);
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Range_that_ends_before_the_first_version_is_empty(ReadDirection direction)
    {
        await AppendAsync(stream, Sample.Events(Length));
        Assert.Empty(await VisitAsync(stream, new StreamRange { Direction = direction, To = StreamVersion.None }));
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Range_may_end_far_behind_the_last_version(ReadDirection direction)
    {
        await AppendAsync(stream, Sample.Events(Length));
        var range = new StreamRange { Direction = direction, To = new StreamVersion(long.MaxValue - 1), Limit = long.MaxValue };
        Assert.Equal(Length, (await VisitAsync(stream, range)).Count);
        Assert.Equal(Length, (await ReadAsync(stream, range)).Count);
    }

    [Fact]
    public async Task Only_the_events_of_the_stream_are_read()
    {
        await AppendAsync(Sample.Stream("on"), Sample.Events(2, first: 10));
        await AppendAsync(stream, Sample.Events(2));
        await AppendAsync(Sample.Stream("one/1"), Sample.Events(2, first: 20));
        await AppendAsync(stream, Sample.Events(2, first: 2));
        await AssertNumbersAsync([0, 1, 2, 3], stream);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Limit_that_is_not_positive_is_refused(long limit) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new StreamRange { Limit = limit });

    [Fact]
    public async Task Cancelled_read_ends()
    {
        await AppendAsync(stream, Sample.Events(Length));
        var cancelled = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.ReadAsync(stream, StreamRange.All, new CollectingVisitor(), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.ReadAsync(stream, cancellationToken: cancelled).ToListAsync(Cancellation));
    }

    private static IEnumerable<StreamRange> Ranges(ReadDirection direction) =>
        from first in Enumerable.Range(0, Length + 2)
        from last in Enumerable.Range(-1, Length + 3)
        from limit in new long?[] { null, 1, 2, Length, Length + 1 }
        select new StreamRange { From = first, To = last < 0 ? null : last, Limit = limit, Direction = direction };

    private static int[] Expected(StreamRange range)
    {
        var wanted = Enumerable.Range(0, Length).Where(number => number >= range.From.Value && number <= (range.To?.Value ?? Length));
        if (range.Direction == ReadDirection.Backwards)
            wanted = wanted.Reverse();
        return [.. wanted.Take((int)(range.Limit ?? Length))];
    }

    private async ValueTask<List<RecordedEvent>> VisitAsync(StreamId of, StreamRange range)
    {
        var visitor = new CollectingVisitor();
        await Store.ReadAsync(of, range, visitor, Cancellation);
        return visitor.Events;
    }
}
