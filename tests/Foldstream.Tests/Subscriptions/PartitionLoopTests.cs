namespace Foldstream.Tests;

/// <summary>The loop of a partition: when it saves, when it looks, and what it does when the store is away.</summary>
public sealed class PartitionLoopTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    private readonly FaultyStore store = new();
    private readonly Listener listener = new();
    private readonly StreamId stream = Sample.Stream();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Reads_and_saves_that_fail_are_repeated_and_nobody_is_blamed()
    {
        var (reads, saves) = (0, 0);
        store.Reading = () => _ = ++reads <= 2 ? throw FaultyStore.Away : 0;
        store.Advancing = progress => _ = ++saves <= 2 ? throw FaultyStore.Away : progress;
        await AppendAsync(5);
        await using var running = await StartAsync(new SubscriptionOptions { Failures = new FailurePolicy { Retries = 0 } });
        await CaughtUpAsync(running);
        await running.StopAsync();
        Assert.Equal(5, listener.Handled.Count);
        Assert.Equal(0, await store.CountDeadLettersAsync("listener", Cancellation));
        Assert.Equal(4, running["listener"].LastErrors.Count(error => error.Kind == SubscriptionErrorKind.Store));
        Assert.Equal(await store.HeadAsync(Cancellation), (await store.ReadCheckpointsAsync("listener", Cancellation))[0].Position);
    }

    [Fact]
    public async Task A_store_that_is_away_shows_in_the_state_and_a_stop_is_prompt_all_the_same()
    {
        store.Reading = () => throw FaultyStore.Away;
        await AppendAsync(1);
        await using var running = await StartAsync(SubscriptionOptions.Default);
        var subscription = running["listener"];
        using var late = new CancellationTokenSource(Patience);
        while (subscription.State != SubscriptionState.Retrying)
            await Task.Delay(1, late.Token);
        await running.StopAsync().WaitAsync(Patience, Cancellation);
        Assert.Equal(SubscriptionState.Stopped, subscription.State);
    }

    [Fact]
    public async Task Any_other_error_of_the_store_ends_the_subscription()
    {
        store.Reading = () => throw new CorruptStoreException("test", "The store is damaged.");
        await AppendAsync(1);
        await using var running = await StartAsync(SubscriptionOptions.Default);
        var stopped = await Assert.ThrowsAsync<SubscriptionStoppedException>(() => CaughtUpAsync(running));
        Assert.IsType<CorruptStoreException>(stopped.InnerException);
    }

    [Fact]
    public async Task Without_a_wake_up_the_loop_looks_by_itself()
    {
        store.Waiting = cancellation => new ValueTask(Task.Delay(Timeout.Infinite, cancellation));
        await using var running = await StartAsync(new SubscriptionOptions { PollInterval = TimeSpan.FromMilliseconds(10) });
        await CaughtUpAsync(running);
        await AppendAsync(2);
        await CaughtUpAsync(running);
        Assert.Equal(2, listener.Handled.Count);
    }

    [Fact]
    public async Task A_checkpoint_is_saved_by_the_number_of_events()
    {
        await AppendAsync(10);
        await using var running = await StartAsync(new SubscriptionOptions { CheckpointEvery = 3, CheckpointInterval = Never });
        await CaughtUpAsync(running);
        await running.StopAsync();
        Assert.Equal([3, 3, 3, 1], store.Advanced.Select(progress => progress.Handled));
    }

    [Fact]
    public async Task A_checkpoint_is_saved_by_time()
    {
        await AppendAsync(4);
        await using var running = await StartAsync(new SubscriptionOptions { CheckpointEvery = int.MaxValue, CheckpointInterval = TimeSpan.Zero });
        await CaughtUpAsync(running);
        await running.StopAsync();
        Assert.Equal([1, 1, 1, 1], store.Advanced.Select(progress => progress.Handled));
    }

    [Fact]
    public async Task A_checkpoint_is_saved_when_there_is_nothing_to_do()
    {
        await AppendAsync(4);
        await using var running = await StartAsync(new SubscriptionOptions { CheckpointEvery = int.MaxValue, CheckpointInterval = Never });
        using var late = new CancellationTokenSource(Patience);
        while ((await store.ReadCheckpointsAsync("listener", Cancellation))[0].Position is null)
            await Task.Delay(1, late.Token);
        Assert.Equal([4], store.Advanced.Select(progress => progress.Handled));
    }

    [Fact]
    public async Task A_handler_that_fails_because_a_store_is_away_has_failed()
    {
        listener.Handling = (_, _) => throw FaultyStore.Away;
        await AppendAsync(1);
        await using var running = await StartAsync(new SubscriptionOptions { Failures = new FailurePolicy { Retries = 0 } });
        await CaughtUpAsync(running);
        Assert.Equal(1, await store.CountDeadLettersAsync("listener", Cancellation));
    }

    [Fact]
    public async Task A_second_run_takes_over_and_the_first_ends()
    {
        await using var first = await StartAsync(new SubscriptionOptions { PollInterval = TimeSpan.FromMilliseconds(10) });
        await using var second = await StartAsync(SubscriptionOptions.Default);
        var stopped = await Assert.ThrowsAsync<SubscriptionStoppedException>(() => first.WaitAsync(Cancellation).WaitAsync(Patience, Cancellation));
        Assert.IsType<PartitionLostException>(stopped.InnerException);
        await AppendAsync(2);
        await CaughtUpAsync(second);
        Assert.Equal(2, listener.Handled.Count);
    }

    [Fact]
    public async Task A_start_that_fails_stops_what_was_started()
    {
        var begun = SubscriberWork.Part(listener, null, null);
        var undone = 0;
        var failing = begun with
        {
            Name = "failing",
            BeforeStart = _ => throw new InvalidOperationException("not today"),
            AfterStop = () =>
            {
                undone++;
                return ValueTask.CompletedTask;
            },
        };
        await Assert.ThrowsAsync<InvalidOperationException>(() => RunningSubscriptions.StartAsync(store, [begun, failing], RunOptions.Default, Cancellation));
        Assert.Equal(1, undone);
        await AppendAsync(1);
        await Task.Delay(50, Cancellation);
        Assert.Empty(listener.Handled);
    }

    private static Task CaughtUpAsync(RunningSubscriptions running) => running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);

    private async Task AppendAsync(int count) => await store.AppendAsync(stream, ExpectedVersion.Any, Sample.Events(count), Cancellation);

    private Task<RunningSubscriptions> StartAsync(SubscriptionOptions options) =>
        RunningSubscriptions.StartAsync(store, [SubscriberWork.Part(listener, null, options)], RunOptions.Default, Cancellation);
}
