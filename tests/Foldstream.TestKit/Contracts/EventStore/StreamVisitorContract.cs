namespace Foldstream.TestKit;

/// <summary>A visitor may stop, throw and read on from within a store that stays usable.</summary>
public abstract class StreamVisitorContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();

    [Theory]
    [InlineData(ReadDirection.Forwards, new[] { 0, 1 })]
    [InlineData(ReadDirection.Backwards, new[] { 4, 3 })]
    public async Task Visitor_that_says_stop_sees_no_more(ReadDirection direction, int[] seen)
    {
        await AppendAsync(stream, Sample.Events(5));
        var visitor = new CollectingVisitor(stopAfter: 2);
        await Store.ReadAsync(stream, new StreamRange { Direction = direction }, visitor, Cancellation);
        Assert.Equal(seen, visitor.Events.Select(Sample.NumberOf));
    }

    [Fact]
    public async Task Visitor_that_stops_leaves_the_store_usable()
    {
        await AppendAsync(stream, Sample.Events(5));
        for (var round = 0; round < 50; round++)
            await Store.ReadAsync(stream, StreamRange.All, new CollectingVisitor(stopAfter: 1), Cancellation);
        await AppendAsync(stream, Sample.Events(1, first: 5));
        await AssertNumbersAsync([0, 1, 2, 3, 4, 5], stream);
    }

    [Fact]
    public async Task Visitor_that_throws_leaves_the_store_usable()
    {
        await AppendAsync(stream, Sample.Events(5));
        for (var round = 0; round < 50; round++)
            await Assert.ThrowsAsync<NotSupportedException>(
                async () => await Store.ReadAsync(stream, StreamRange.All, new ThrowingVisitor(), Cancellation));
        await AppendAsync(stream, Sample.Events(1, first: 5));
        await AssertNumbersAsync([0, 1, 2, 3, 4, 5], stream);
    }

    [Fact]
    public async Task Read_that_is_left_half_way_leaves_the_store_usable()
    {
        await AppendAsync(stream, Sample.Events(5));
        await foreach (var recorded in Store.ReadAsync(stream, cancellationToken: Cancellation))
        {
            if (recorded.Version.Value == 2)
                break;
        }

        await AppendAsync(stream, Sample.Events(1, first: 5));
        Assert.Equal(6, (await ReadAsync(stream)).Count);
    }

    [Fact]
    public async Task Reader_may_append_while_it_reads()
    {
        await AppendAsync(stream, Sample.Events(3));
        await foreach (var recorded in Store.ReadAsync(stream, cancellationToken: Cancellation))
            await AppendAsync(Sample.Stream("copy"), Sample.Numbered(Sample.NumberOf(recorded)));
        await AssertNumbersAsync([0, 1, 2], Sample.Stream("copy"));
    }

    [Fact]
    public async Task Copies_outlive_the_read_and_the_store()
    {
        await AppendAsync(stream, Sample.Events(3));
        var copies = await ReadAsync(stream);
        await AppendAsync(stream, Sample.Events(3, first: 3));
        await ReadAsync(stream);
        await Store.DisposeAsync();
        Assert.Equal([0, 1, 2], copies.Select(Sample.NumberOf));
    }

    private sealed class ThrowingVisitor : IEventVisitor
    {
        public bool Visit(in StoredEvent stored) =>
            stored.Version.Value < 2 ? true : throw new NotSupportedException("A visitor broke.");
    }
}
