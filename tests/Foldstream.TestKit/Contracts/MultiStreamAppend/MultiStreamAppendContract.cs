namespace Foldstream.TestKit;

/// <summary>Events for several streams are stored all or none, each stream under its own condition.</summary>
public abstract class MultiStreamAppendContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IMultiStreamAppend
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly StreamId One = Sample.Stream("one");
    private static readonly StreamId Two = Sample.Stream("two", "other", "acme");
    private static readonly StreamId Three = Sample.Stream("three");

    [Fact]
    public async Task All_streams_get_their_events()
    {
        var results = await AppendAllAsync(
            To(Two, ExpectedVersion.Any, Sample.Events(2)), To(One, ExpectedVersion.NoStream, Sample.Events(3, first: 5)));
        await AssertNumbersAsync([0, 1], Two);
        await AssertNumbersAsync([5, 6, 7], One);
        Assert.Equal([(Two, 0L, 1L), (One, 0L, 2L)], results.Select(Facts));
        Assert.All(results, result => Assert.False(result.AlreadyStored));
    }

    [Fact]
    public async Task Results_tell_what_reads_find()
    {
        await AppendAsync(One, Sample.Event());
        var results = await AppendAllAsync(To(One, ExpectedVersion.Any, Sample.Events(2)), To(Two, ExpectedVersion.Any, Sample.Events(1)));
        foreach (var result in results)
        {
            var last = (await ReadAsync(result.Stream))[^1];
            Assert.Equal((last.Version, last.Position, last.RecordedAt), (result.LastVersion, result.LastPosition, result.RecordedAt));
        }

        Assert.Equal(new StreamVersion(1), results[0].FirstVersion);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task One_condition_that_fails_leaves_every_stream_alone(int failing)
    {
        StreamId[] streams = [One, Two, Three];
        foreach (var stream in streams)
            await AppendAsync(stream, Sample.Events(1));
        var appends = streams.Select(
            (stream, index) => To(stream, ExpectedVersion.Exactly(index == failing ? 7 : 0), Sample.Events(2))).ToArray();
        var error = await Assert.ThrowsAsync<WrongExpectedVersionException>(() => AppendAllAsync(appends));
        Assert.Equal((streams[failing], ExpectedVersion.Exactly(7), new StreamVersion(0)), (error.Stream, error.Expected, error.Actual));
        foreach (var stream in streams)
            await AssertNumbersAsync([0], stream);
        Assert.Null(await Store.FindEventAsync(appends[0].Events[0].Id!.Value, Cancellation));
    }

    [Fact]
    public async Task Each_stream_is_checked_against_its_own_condition()
    {
        await AppendAsync(One, Sample.Event("opened"));
        await AppendAllAsync(
            To(One, ExpectedVersion.Exactly(0) & new NameOfLast("opened"), Sample.Event("closed")),
            To(Two, ExpectedVersion.NoStream, Sample.Event("opened")));
        var error = await Assert.ThrowsAsync<WriteConditionException>(() => AppendAllAsync(
            To(One, new NameOfLast("closed"), Sample.Event()), To(Two, new NameOfLast("closed"), Sample.Event())));
        Assert.Equal((Two, new StreamVersion(0)), (error.Stream, error.Head.Version));
        Assert.Equal(2, (await ReadAsync(One)).Count);
    }

    [Fact]
    public async Task One_stream_twice_is_refused_and_named()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(() => AppendAllAsync(
            To(One, ExpectedVersion.Any, Sample.Event()), To(Two, ExpectedVersion.Any, Sample.Event()), To(One, ExpectedVersion.Any, Sample.Event())));
        Assert.Contains("'thing/one'", error.Message, StringComparison.Ordinal);
        Assert.Empty(await ReadAsync(One));
        Assert.Empty(await ReadAsync(Two));
    }

    [Fact]
    public async Task One_event_id_in_two_streams_is_refused_and_named()
    {
        var id = Guid.NewGuid();
        var error = await Assert.ThrowsAsync<ArgumentException>(() => AppendAllAsync(
            To(One, ExpectedVersion.Any, Sample.Numbered(1, id)), To(Two, ExpectedVersion.Any, Sample.Numbered(1, id))));
        Assert.Contains(id.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Empty(await ReadAsync(One));
    }

    [Fact]
    public Task Append_to_no_stream_is_refused() => Assert.ThrowsAsync<ArgumentException>(() => AppendAllAsync());

    [Fact]
    public async Task Cancelled_append_stores_nothing()
    {
        StreamAppend[] appends = [To(One, ExpectedVersion.Any, Sample.Event()), To(Two, ExpectedVersion.Any, Sample.Event())];
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.AppendAsync(appends, new CancellationToken(canceled: true)));
        Assert.Empty(await ReadAsync(One));
    }

    private static StreamAppend To(StreamId stream, WriteCondition condition, params EventData[] events) => new(stream, condition, events);

    private static (StreamId Stream, long First, long Last) Facts(AppendResult result) =>
        (result.Stream, result.FirstVersion.Value, result.LastVersion.Value);

    private Task<IReadOnlyList<AppendResult>> AppendAllAsync(params StreamAppend[] appends) =>
        Task.Run(async () => await Store.AppendAsync(appends, Cancellation));
}
