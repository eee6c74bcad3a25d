namespace Foldstream.TestKit;

/// <summary>Pausing, resuming, stopping, restarting: prompt, orderly, and never at the cost of an event.</summary>
public abstract class ControlContract<TStore, TFixture> : SubscriptionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();
    private readonly Listener listener = new();

    [Fact]
    public async Task A_pause_lets_the_event_in_hand_end_and_saves()
    {
        var (begun, go) = (Signal(), Signal());
        listener.Handling = async (context, _) =>
        {
            begun.TrySetResult();
            if (context.Version == 0)
                await go.Task;
        };
        var first = (await AppendAsync(stream, Sample.Events(1))).LastPosition;
        await AppendAsync(stream, Sample.Events(5, first: 1));
        await using var running = await RunAsync(listener);
        var subscription = running["listener"];
        await begun.Task.WaitAsync(Patience, Cancellation);
        var pausing = subscription.PauseAsync("maintenance", Cancellation);
        Assert.False(pausing.IsCompleted);
        go.SetResult();
        await pausing.WaitAsync(Patience, Cancellation);
        Assert.Equal((SubscriptionState.Paused, "maintenance"), (subscription.State, subscription.PauseReason));
        await AssertHandledAsync([0], listener);
        Assert.Equal(first, await CheckpointAsync());
        subscription.Resume();
        await CaughtUpAsync(running);
        await AssertHandledAsync(Enumerable.Range(0, 6), listener);
        Assert.Null(subscription.PauseReason);
    }

    [Fact]
    public async Task Nothing_is_handled_while_paused_and_everything_afterwards()
    {
        await using var running = await RunAsync(listener);
        await CaughtUpAsync(running);
        await running["listener"].PauseAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        var head = (await AppendAsync(stream, Sample.Events(3))).LastPosition;
        await Task.Delay(50, Cancellation);
        Assert.Empty(listener.Handled);
        running["listener"].Resume();
        await CaughtUpAsync(running, head);
        await AssertHandledAsync([0, 1, 2], listener);
        await UntilAsync(() => running["listener"].State == SubscriptionState.Live, "it is live again");
    }

    [Fact]
    public async Task A_stop_is_prompt_while_paused()
    {
        await using var running = await RunAsync(listener);
        await running["listener"].PauseAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        await running.StopAsync().WaitAsync(Patience, Cancellation);
        Assert.Equal(SubscriptionState.Stopped, running["listener"].State);
    }

    [Fact]
    public async Task A_stop_is_prompt_while_waiting_for_events()
    {
        await using var running = await RunAsync(listener, Quick with { PollInterval = TimeSpan.FromDays(1) });
        await CaughtUpAsync(running);
        await running.StopAsync().WaitAsync(Patience, Cancellation);
        Assert.Equal(SubscriptionState.Stopped, running["listener"].State);
        await running.Completion.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task A_stop_is_prompt_while_waiting_for_another_attempt()
    {
        listener.Handling = (_, _) => throw new InvalidOperationException("never");
        await AppendAsync(stream, Sample.Events(1));
        var slow = new FailurePolicy { FirstDelay = TimeSpan.FromDays(1), LongestDelay = TimeSpan.FromDays(1) };
        await using var running = await RunAsync(listener, new SubscriptionOptions { Failures = slow });
        await UntilAsync(() => running["listener"].State == SubscriptionState.Retrying, "it waits for another attempt");
        await running.StopAsync().WaitAsync(Patience, Cancellation);
        Assert.Equal(SubscriptionState.Stopped, running["listener"].State);
        Assert.Null(await CheckpointAsync());
    }

    [Fact]
    public async Task A_pause_is_prompt_while_waiting_for_another_attempt()
    {
        listener.Handling = (_, _) => throw new InvalidOperationException("never");
        await AppendAsync(stream, Sample.Events(1));
        var slow = new FailurePolicy { FirstDelay = TimeSpan.FromDays(1), LongestDelay = TimeSpan.FromDays(1) };
        await using var running = await RunAsync(listener, new SubscriptionOptions { Failures = slow });
        await UntilAsync(() => running["listener"].State == SubscriptionState.Retrying, "it waits for another attempt");
        await running["listener"].PauseAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task A_stop_waits_for_the_event_in_hand_and_saves_it()
    {
        var (begun, go) = (Signal(), Signal());
        listener.Handling = async (_, _) =>
        {
            begun.TrySetResult();
            await go.Task;
        };
        var first = (await AppendAsync(stream, Sample.Events(1))).LastPosition;
        await AppendAsync(stream, Sample.Events(5, first: 1));
        await using var running = await RunAsync(listener);
        await begun.Task.WaitAsync(Patience, Cancellation);
        var stopping = running.StopAsync();
        Assert.Equal(SubscriptionState.Stopping, running["listener"].State);
        go.SetResult();
        await stopping.WaitAsync(Patience, Cancellation);
        await AssertHandledAsync([0], listener);
        Assert.Equal(first, await CheckpointAsync());
    }

    [Fact]
    public async Task A_handler_that_is_cancelled_at_the_deadline_is_stopped_without_an_error()
    {
        var begun = Signal();
        listener.Handling = (_, cancellation) =>
        {
            begun.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellation);
        };
        await AppendAsync(stream, Sample.Events(1));
        await using var running = await RunAsync(listener, run: new RunOptions { ShutdownDeadline = TimeSpan.FromMilliseconds(10) });
        await begun.Task.WaitAsync(Patience, Cancellation);
        await running.StopAsync().WaitAsync(Patience, Cancellation);
        Assert.Equal(SubscriptionState.Stopped, running["listener"].State);
        Assert.Empty(await DeadLettersAsync());
    }

    [Fact]
    public async Task A_handler_that_ignores_cancellation_is_abandoned_with_an_error()
    {
        var (begun, never) = (Signal(), Signal());
        listener.Handling = (context, _) =>
        {
            if (context.Version == 0)
                return Task.CompletedTask;
            begun.TrySetResult();
            return never.Task;
        };
        var first = (await AppendAsync(stream, Sample.Events(1))).LastPosition;
        await AppendAsync(stream, Sample.Events(1, first: 1));
        await using var running = await RunAsync(listener, run: new RunOptions { ShutdownDeadline = TimeSpan.FromMilliseconds(10) });
        await begun.Task.WaitAsync(Patience, Cancellation);
        await Assert.ThrowsAsync<HandlerAbandonedException>(() => running.StopAsync().WaitAsync(Patience, Cancellation));
        Assert.Equal(SubscriptionState.Faulted, running["listener"].State);
        Assert.Equal(first, await CheckpointAsync());
        never.SetResult();
    }

    [Fact]
    public async Task A_handler_that_hangs_ends_the_subscription()
    {
        var never = Signal();
        listener.Handling = (_, _) => never.Task;
        await AppendAsync(stream, Sample.Events(1));
        await using var running = await RunAsync(
            listener, Quick with { HandlerTimeout = Timeout.InfiniteTimeSpan, StallTimeout = TimeSpan.FromMilliseconds(200) });
        var stopped = await Assert.ThrowsAsync<SubscriptionStoppedException>(() => running.WaitAsync(Cancellation).WaitAsync(Patience, Cancellation));
        Assert.IsType<SubscriptionStalledException>(stopped.InnerException);
        never.SetResult();
    }

    [Fact]
    public async Task A_restart_goes_back_and_forth_while_it_runs()
    {
        var first = (await AppendAsync(stream, Sample.Events(1))).LastPosition;
        var last = (await AppendAsync(stream, Sample.Events(3, first: 1))).LastPosition;
        await using var running = await RunAsync(listener);
        await CaughtUpAsync(running);
        await running["listener"].RestartAsync(first, Cancellation).WaitAsync(Patience, Cancellation);
        await CaughtUpAsync(running);
        await AssertHandledAsync([0, 1, 2, 3, 1, 2, 3], listener);
        await running["listener"].RestartAsync(null, Cancellation).WaitAsync(Patience, Cancellation);
        await CaughtUpAsync(running, last);
        Assert.Equal(11, listener.Handled.Count);
    }

    [Fact]
    public async Task What_was_stopped_begins_again_where_it_stopped()
    {
        await AppendAsync(stream, Sample.Events(2));
        await using var running = await RunAsync(listener);
        await CaughtUpAsync(running);
        await running["listener"].StopAsync().WaitAsync(Patience, Cancellation);
        await AppendAsync(stream, Sample.Events(2, first: 2));
        await running["listener"].StartAsync(Cancellation).WaitAsync(Patience, Cancellation);
        await CaughtUpAsync(running);
        await AssertHandledAsync([0, 1, 2, 3], listener);
    }

    [Fact]
    public async Task A_subscription_that_the_store_is_told_to_begin_anew_follows()
    {
        await AppendAsync(stream, Sample.Events(3));
        await using var running = await RunAsync(listener, Quick with { PollInterval = TimeSpan.FromMilliseconds(20) }, run: Nodes);
        await CaughtUpAsync(running);
        await Store.RestartAsync("listener", 2, null, cancellationToken: Cancellation);
        await UntilAsync(() => listener.Handled.Count == 6, "everything was handled again");
        await UntilAsync(() => running["listener"].Partitions.Count == 2, "both partitions run");
        Assert.Equal([0, 1], running["listener"].Partitions);
        Assert.Null(running["listener"].Error);
    }

    [Fact]
    public async Task What_is_not_legal_in_a_state_is_refused()
    {
        await using var running = await RunAsync(listener);
        var subscription = running["listener"];
        var notPaused = Assert.Throws<SubscriptionStateException>(subscription.Resume);
        Assert.Equal(SubscriptionState.CatchingUp, notPaused.To);
        await Assert.ThrowsAsync<SubscriptionStateException>(() => subscription.StartAsync(Cancellation));
        await subscription.PauseAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        await Assert.ThrowsAsync<SubscriptionStateException>(() => subscription.PauseAsync(cancellationToken: Cancellation));
        await subscription.StopAsync();
        var ended = await Assert.ThrowsAsync<SubscriptionStateException>(() => subscription.PauseAsync(cancellationToken: Cancellation));
        Assert.Equal((SubscriptionState.Stopped, SubscriptionState.Paused), (ended.From, ended.To));
        Assert.Throws<SubscriptionStateException>(subscription.Resume);
        await subscription.StopAsync();
    }

    [Fact]
    public async Task Waiting_for_one_that_was_stopped_fails_at_once()
    {
        await using var running = await RunAsync(listener);
        await CaughtUpAsync(running);
        var waiting = CaughtUpAsync(running, new GlobalPosition((await AppendAsync(stream, Sample.Events(1))).LastPosition!.Value.Store, long.MaxValue));
        await running["listener"].StopAsync();
        await Assert.ThrowsAsync<SubscriptionStoppedException>(() => waiting);
    }

    [Fact]
    public async Task Lag_throughput_and_health_are_told()
    {
        listener.Handling = (context, _) => context.Version == 9 ? throw new InvalidOperationException("never") : Task.CompletedTask;
        await using var running = await RunAsync(listener);
        var subscription = running["listener"];
        await subscription.PauseAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        await AppendAsync(stream, Sample.Events(5));
        await AppendAsync(Sample.Stream("other"), Sample.Event());
        var behind = await subscription.LagAsync(Cancellation);
        Assert.Equal((5, true), (behind.Events, behind.IsExact));
        Assert.Equal(HealthLevel.Degraded, (await subscription.HealthAsync(cancellationToken: Cancellation)).Level);
        Assert.Equal(HealthLevel.Unhealthy, (await subscription.HealthAsync(new HealthThresholds { UnhealthyLag = 5 }, Cancellation)).Level);
        subscription.Resume();
        await CaughtUpAsync(running);
        Assert.Equal((0, TimeSpan.Zero), ((await subscription.LagAsync(Cancellation)).Events, (await subscription.LagAsync(Cancellation)).Time));
        await UntilAsync(() => subscription.State == SubscriptionState.Live, "it is live");
        Assert.Equal(HealthLevel.Healthy, (await subscription.HealthAsync(cancellationToken: Cancellation)).Level);
        Assert.True(subscription.EventsPerSecond > 0);
        await AppendAsync(stream, Sample.Events(5, first: 5));
        await CaughtUpAsync(running);
        var sick = await subscription.HealthAsync(cancellationToken: Cancellation);
        Assert.Equal((HealthLevel.Degraded, 1), (sick.Level, sick.DeadLetters));
    }

    /// <summary>Nodes that beat often.</summary>
    private static RunOptions Nodes => new() { LeaseDuration = TimeSpan.FromSeconds(3) };
}
