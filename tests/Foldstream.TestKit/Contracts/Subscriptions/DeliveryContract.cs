namespace Foldstream.TestKit;

/// <summary>Events reach a subscriber once and in order, from the past into the present; what its filters leave out moves it all the same.</summary>
public abstract class DeliveryContract<TStore, TFixture> : SubscriptionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();
    private readonly Listener listener = new();

    [Fact]
    public async Task The_past_comes_first_and_the_present_follows()
    {
        await AppendAsync(stream, Sample.Events(700));
        await using var running = await RunAsync(listener);
        await CaughtUpAsync(running);
        await AppendAsync(stream, Sample.Events(50, first: 700));
        await AppendAsync(Sample.Stream("other"), Sample.Events(50, first: 750));
        await CaughtUpAsync(running);
        await AssertHandledAsync(Enumerable.Range(0, 800), listener);
        Assert.Equal(1, listener.MostAtOnce);
    }

    [Fact]
    public async Task An_empty_store_is_caught_up_with_at_once_and_followed()
    {
        await using var running = await RunAsync(listener);
        await CaughtUpAsync(running);
        Assert.Empty(listener.Handled);
        await UntilAsync(() => running["listener"].State == SubscriptionState.Live, "the subscription is live");
        await AppendAsync(stream, Sample.Events(3));
        await CaughtUpAsync(running);
        await AssertHandledAsync([0, 1, 2], listener);
    }

    [Fact]
    public async Task Nothing_is_lost_repeated_or_turned_round_where_the_past_meets_the_present()
    {
        await AppendAsync(stream, Sample.Events(300));
        var writing = Task.Run(
            async () =>
            {
                for (var number = 300; number < 600; number++)
                    await AppendAsync(stream, Sample.Events(1, number));
            },
            Cancellation);
        await using var running = await RunAsync(listener, Quick with { BatchSize = 7 });
        await writing;
        await CaughtUpAsync(running);
        await AssertHandledAsync(Enumerable.Range(0, 600), listener);
    }

    [Fact]
    public async Task A_second_run_goes_on_where_the_first_one_stopped()
    {
        await AppendAsync(stream, Sample.Events(10));
        await using (var first = await RunAsync(listener))
            await CaughtUpAsync(first);
        await AppendAsync(stream, Sample.Events(5, first: 10));
        await using var second = await RunAsync(listener);
        await CaughtUpAsync(second);
        await AssertHandledAsync(Enumerable.Range(0, 15), listener);
    }

    [Fact]
    public async Task Only_the_events_of_its_names_its_category_and_its_stream_are_handed_over()
    {
        var one = Sample.Stream("one", "pot");
        await AppendAsync(one, Sample.Numbered(1), Sample.Event());
        await AppendAsync(Sample.Stream("two", "pot"), Sample.Numbered(2));
        await AppendAsync(Sample.Stream("one", "pan"), Sample.Numbered(3));
        var ofCategory = new Listener("of-category", "pot");
        var ofStream = new Listener("of-stream", "pot");
        await using var running = await Store.RunAsync(
            run => run.Subscribe(listener).Subscribe(ofCategory).Subscribe(ofStream, options: new SubscriptionOptions { Stream = one }), Cancellation);
        await CaughtUpAsync(running);
        await AssertHandledAsync([1, 2, 3], listener);
        await AssertHandledAsync([1, 2], ofCategory);
        await AssertHandledAsync([1], ofStream);
    }

    [Fact]
    public async Task What_filters_leave_out_moves_the_position()
    {
        var head = (await AppendAsync(stream, [.. Enumerable.Repeat(0, 50).Select(_ => Sample.Event())])).LastPosition;
        await using var running = await RunAsync(listener, Quick with { CheckpointInterval = TimeSpan.Zero });
        await CaughtUpAsync(running, head);
        Assert.Equal(head, running["listener"].Position);
        await running.StopAsync();
        Assert.Equal(head, await CheckpointAsync());
        Assert.Empty(listener.Handled);
    }

    [Fact]
    public async Task Batches_are_handed_over_whole_and_in_order()
    {
        var batches = new Listener(takesBatches: true);
        await AppendAsync(stream, Sample.Events(25));
        await using var running = await RunAsync(batches, Quick with { BatchSize = 10 });
        await CaughtUpAsync(running);
        await AssertHandledAsync(Enumerable.Range(0, 25), batches);
        Assert.Equal([10, 10, 5], batches.Batches);
    }

    [Fact]
    public async Task A_batch_window_gathers_what_comes_one_by_one()
    {
        var batches = new Listener(takesBatches: true);
        await using var running = await RunAsync(batches, Quick with { BatchSize = 5, BatchWindow = Patience });
        for (var number = 0; number < 5; number++)
            await AppendAsync(stream, Sample.Events(1, number));
        await CaughtUpAsync(running);
        Assert.Equal([5], batches.Batches);
    }

    [Fact]
    public async Task A_batch_window_that_is_over_hands_over_what_is_there()
    {
        var batches = new Listener(takesBatches: true);
        await using var running = await RunAsync(batches, Quick with { BatchSize = 5, BatchWindow = TimeSpan.FromMilliseconds(20) });
        await AppendAsync(stream, Sample.Events(2));
        await CaughtUpAsync(running);
        Assert.Equal(2, batches.Handled.Count);
    }

    [Fact]
    public async Task A_slow_handler_slows_reading()
    {
        await AppendAsync(stream, Sample.Events(500));
        var decoded = 0;
        var go = Signal();
        listener.Decoding = _ => Interlocked.Increment(ref decoded);
        listener.Handling = (_, cancellation) => go.Task.WaitAsync(cancellation);
        await using var running = await RunAsync(listener, Quick with { BatchSize = 10, HandlerTimeout = Timeout.InfiniteTimeSpan });
        await UntilAsync(() => Volatile.Read(ref decoded) == 20, "the page in hand and the one ahead are read");
        await Task.Delay(100, Cancellation);
        Assert.Equal(20, Volatile.Read(ref decoded));
        go.SetResult();
        await CaughtUpAsync(running);
        await AssertHandledAsync(Enumerable.Range(0, 500), listener);
    }

    [Fact]
    public async Task Two_parts_of_one_name_are_refused()
    {
        var error = await Assert.ThrowsAsync<ArgumentException>(
            () => Store.RunAsync(run => run.Subscribe(new Listener("twice")).Subscribe(new Listener("twice")), Cancellation));
        Assert.Contains("'twice'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_subscription_is_found_by_name_and_by_type()
    {
        await using var running = await RunAsync(listener);
        Assert.Same(running["listener"], running.Of<Listener>());
        Assert.Throws<KeyNotFoundException>(() => running["another"]);
    }
}
