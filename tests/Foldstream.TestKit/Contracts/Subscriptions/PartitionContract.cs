namespace Foldstream.TestKit;

/// <summary>Partitions share the streams out: each event is handled once, those of a stream in order, and another number of partitions costs nothing.</summary>
public abstract class PartitionContract<TStore, TFixture> : SubscriptionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly Listener listener = new();

    [Fact]
    public async Task Each_event_is_handled_once_and_those_of_a_stream_in_order()
    {
        await AppendToManyAsync(0);
        await using var running = await RunAsync(listener, Quick with { Partitions = 4, BatchSize = 9 });
        await AppendToManyAsync(200);
        await CaughtUpAsync(running);
        Assert.Equal([0, 1, 2, 3], running["listener"].Partitions);
        await AssertHandledOnceInOrderAsync(listener.Handled);
    }

    [Fact]
    public async Task Partitions_do_not_wait_for_one_another()
    {
        await AppendToManyAsync(0);
        var (stuck, go) = (Signal(), Signal());
        var range = PartitionRange.Of(0, 4);
        listener.Handling = async (context, _) =>
        {
            if (!range.Holds(StreamPartition.Of(context.Stream)))
                return;
            stuck.TrySetResult();
            await go.Task;
        };
        var others = (await Store.ReadLogAsync(null, Cancellation).ToListAsync(Cancellation)).Count(recorded => !range.Holds(StreamPartition.Of(recorded.Stream)));
        await using var running = await RunAsync(listener, Quick with { Partitions = 4, HandlerTimeout = Timeout.InfiniteTimeSpan });
        await stuck.Task.WaitAsync(Patience, Cancellation);
        await UntilAsync(() => listener.Handled.Count == others, "the other partitions went on");
        go.SetResult();
        await CaughtUpAsync(running);
        await AssertHandledOnceInOrderAsync(listener.Handled);
    }

    [Fact]
    public async Task The_number_stays_where_none_is_asked_for()
    {
        await using (await RunAsync(listener, Quick with { Partitions = 3 }))
        {
        }

        await using var running = await RunAsync(listener);
        Assert.Equal(3, (await CheckpointsAsync()).Count);
    }

    [Theory]
    [InlineData(4, 1)]
    [InlineData(1, 4)]
    [InlineData(3, 5)]
    public async Task Another_number_brings_all_to_one_position_first(int before, int after)
    {
        await AppendToManyAsync(0);
        var handled = 0;
        var enough = Signal();
        // Stopped in the middle: the partitions stand in different places.
        listener.Handling = async (context, cancellation) =>
        {
            if (Interlocked.Increment(ref handled) >= 120)
                enough.TrySetResult();
            if (StreamPartition.Of(context.Stream) % 2 == 0)
                await Task.Delay(1, cancellation);
        };
        await using (await RunAsync(listener, Quick with { Partitions = before, BatchSize = 5 }))
            await enough.Task.WaitAsync(Patience, Cancellation);
        await AppendToManyAsync(200);
        await using var running = await RunAsync(listener, Quick with { Partitions = after });
        await CaughtUpAsync(running);
        Assert.Equal(after, (await CheckpointsAsync()).Count);
        await AssertHandledOnceInOrderAsync(listener.Handled);
    }

    /// <summary>200 events in 20 streams, in turn.</summary>
    private async Task AppendToManyAsync(int first)
    {
        for (var number = 0; number < 200; number += 2)
            await AppendAsync(Sample.Stream($"stream-{number / 2 % 20}"), Sample.Events(2, first + number));
    }
}
