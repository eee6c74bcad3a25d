namespace Foldstream.TestKit;

/// <summary>The head of a stream, its last event, and an event by its id are found without reading the stream.</summary>
public abstract class LookupContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task Head_of_a_stream_without_events_is_empty()
    {
        await AppendAsync(Sample.Stream("other"), Sample.Event());
        var head = await Store.HeadAsync(stream, Cancellation);
        Assert.Equal(StreamHead.Empty(stream), head);
        Assert.False(head.Exists);
    }

    [Fact]
    public async Task Head_tells_the_facts_of_the_last_event()
    {
        await AppendAsync(stream, Sample.Events(2));
        var type = new EventType("opened", 2);
        var occurredAt = TestClock.Start.AddDays(-1);
        await AppendAsync(stream, new EventData(type, "{}"u8.ToArray(), new EventStamp(Guid.NewGuid(), occurredAt)));
        var last = (await ReadAsync(stream))[^1];
        var expected = new StreamHead(stream, 2, new LastEvent(last.Id, type, occurredAt, last.RecordedAt));
        Assert.Equal(expected, await Store.HeadAsync(stream, Cancellation));
    }

    [Fact]
    public async Task Latest_is_the_last_event()
    {
        Assert.Null(await Store.LatestAsync(stream, Cancellation));
        await AppendAsync(stream, Sample.Events(3));
        await AppendAsync(Sample.Stream("other"), Sample.Events(1, first: 9));
        var latest = await Store.LatestAsync(stream, Cancellation);
        Assert.Equal((2, 2L), (Sample.NumberOf(latest!), latest!.Version.Value));
    }

    [Fact]
    public async Task Event_is_found_by_its_id_with_everything_that_is_known_of_it()
    {
        var metadata = new EventMetadata { Actor = "alice", Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = "b" } };
        var stamp = new EventStamp(Guid.NewGuid(), TestClock.Start.AddDays(-1), metadata);
        await AppendAsync(stream, Sample.Event(), new EventData(new EventType("opened", 2), "{ }"u8.ToArray(), stamp), Sample.Event());
        var found = await Store.FindEventAsync(stamp.Id!.Value, Cancellation);
        var read = (await ReadAsync(stream))[1];
        Assert.NotNull(found);
        Assert.Equal((read.Id, read.Stream, read.Version, read.Position), (found.Id, found.Stream, found.Version, found.Position));
        Assert.Equal((read.Type, read.OccurredAt, read.RecordedAt, read.Metadata), (found.Type, found.OccurredAt, found.RecordedAt, found.Metadata));
        Assert.Equal("{ }", Sample.TextOf(found));
        Assert.Equal(metadata, found.Metadata);
    }

    [Fact]
    public async Task Event_is_found_in_whatever_stream_it_is()
    {
        var far = Sample.Stream("ä/b", "Other", "acme");
        var id = Guid.NewGuid();
        await AppendAsync(far, Sample.Numbered(1, id));
        Assert.Equal(far, (await Store.FindEventAsync(id, Cancellation))!.Stream);
    }

    [Fact]
    public async Task Event_that_is_not_stored_is_not_found()
    {
        Assert.Null(await Store.FindEventAsync(Guid.NewGuid(), Cancellation));
        await AppendAsync(stream, Sample.Event());
        Assert.Null(await Store.FindEventAsync(Guid.NewGuid(), Cancellation));
        Assert.Null(await Store.FindEventAsync(Guid.Empty, Cancellation));
    }

    [Fact]
    public async Task Cancelled_look_ups_end()
    {
        var cancelled = new CancellationToken(canceled: true);
        await AppendAsync(stream, Sample.Event());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.HeadAsync(stream, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.FindEventAsync(Guid.Empty, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await Store.LatestAsync(stream, cancelled));
    }
}
