namespace Foldstream.TestKit;

/// <summary>What becomes of an event that a handler fails on: each strategy does what it says.</summary>
public abstract class FailureContract<TStore, TFixture> : SubscriptionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();
    private readonly Listener listener = new();

    [Fact]
    public async Task An_event_is_tried_again_until_it_succeeds()
    {
        var attempts = 0;
        listener.Handling = (context, _) => context.Version == 1 && ++attempts < 3 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
        await AppendAsync(stream, Sample.Events(3));
        await using var running = await RunAsync(listener);
        await CaughtUpAsync(running);
        await AssertHandledAsync([0, 1, 2], listener);
        Assert.Equal(3, attempts);
        Assert.Empty(await DeadLettersAsync());
        Assert.Equal(2, running["listener"].LastErrors.Count);
    }

    [Fact]
    public async Task An_event_that_fails_for_good_becomes_a_dead_letter_once_and_delivery_goes_on()
    {
        var attempts = 0;
        listener.Handling = (context, _) =>
        {
            if (context.Version != 1)
                return Task.CompletedTask;
            attempts++;
            throw new InvalidOperationException("never");
        };
        await AppendAsync(stream, Sample.Events(3));
        await using var running = await RunAsync(listener);
        await CaughtUpAsync(running);
        await AssertHandledAsync([0, 2], listener);
        Assert.Equal(3, attempts);
        var letter = Assert.Single(await DeadLettersAsync());
        Assert.Equal((3, "never", typeof(InvalidOperationException).FullName, (StreamVersion)1), (letter.Attempts, letter.ErrorMessage, letter.ErrorType, letter.Version));
        Assert.Equal(stream, letter.Stream);
        Assert.Contains(nameof(FailureContract<,>), letter.StackTrace, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dead_letter_and_the_step_over_its_event_are_kept_at_once()
    {
        var reached = Signal();
        listener.Handling = (context, cancellation) =>
        {
            if (context.Version == 0)
                throw new InvalidOperationException("never");
            reached.TrySetResult();
            return Task.Delay(Timeout.Infinite, cancellation);
        };
        var first = (await AppendAsync(stream, Sample.Events(1))).LastPosition;
        await AppendAsync(stream, Sample.Events(1, first: 1));
        await using var running = await RunAsync(listener, run: new RunOptions { ShutdownDeadline = TimeSpan.Zero });
        await reached.Task.WaitAsync(Patience, Cancellation);
        Assert.Equal(first, await CheckpointAsync());
        Assert.Single(await DeadLettersAsync());
    }

    [Fact]
    public async Task A_policy_that_stops_stops_before_the_event()
    {
        listener.Handling = (context, _) => context.Version == 1 ? throw new InvalidOperationException("never") : Task.CompletedTask;
        var first = (await AppendAsync(stream, Sample.Events(1))).LastPosition;
        await AppendAsync(stream, Sample.Events(2, first: 1));
        await using var running = await RunAsync(listener, Quick with { Failures = QuickFailures with { Then = FailureAction.Stop } });
        var stopped = await Assert.ThrowsAsync<SubscriptionStoppedException>(() => CaughtUpAsync(running));
        var cause = Assert.IsType<EventNotHandledException>(stopped.InnerException);
        Assert.Equal((3, (StreamVersion)1, stream), (cause.Attempts, cause.Version, cause.Stream));
        Assert.Equal("never", cause.InnerException?.Message);
        Assert.Equal(SubscriptionState.Faulted, running["listener"].State);
        await Assert.ThrowsAsync<SubscriptionStoppedException>(() => running.WaitAsync(Cancellation));
        Assert.Equal(first, await CheckpointAsync());
        Assert.Empty(await DeadLettersAsync());
    }

    [Fact]
    public async Task A_rate_of_errors_stops_before_the_event_that_reaches_it()
    {
        listener.Handling = (_, _) => throw new InvalidOperationException("never");
        await AppendAsync(stream, Sample.Events(10));
        var policy = QuickFailures with { Retries = 0, StopAfterErrorRate = new ErrorRate(3, TimeSpan.FromHours(1)) };
        await using var running = await RunAsync(listener, Quick with { Failures = policy });
        var stopped = await Assert.ThrowsAsync<SubscriptionStoppedException>(() => CaughtUpAsync(running));
        Assert.Equal(policy.StopAfterErrorRate, Assert.IsType<EventNotHandledException>(stopped.InnerException).ExceededRate);
        Assert.Equal(2, (await DeadLettersAsync()).Count);
    }

    [Fact]
    public async Task An_event_that_cannot_be_decoded_is_a_failure_of_the_same_kind()
    {
        listener.Decoding = number => _ = number == 1 ? throw new FormatException("unreadable") : number;
        await AppendAsync(stream, Sample.Events(3));
        await using var running = await RunAsync(listener);
        await CaughtUpAsync(running);
        await AssertHandledAsync([0, 2], listener);
        var letter = Assert.Single(await DeadLettersAsync());
        Assert.Equal(("unreadable", 1), (letter.ErrorMessage, letter.Attempts));
    }

    [Fact]
    public async Task A_page_of_events_that_all_fail_is_passed_once()
    {
        var attempts = 0;
        listener.Handling = (_, _) =>
        {
            Interlocked.Increment(ref attempts);
            throw new InvalidOperationException("never");
        };
        await AppendAsync(stream, Sample.Events(30));
        await using var running = await RunAsync(listener, Quick with { BatchSize = 10, Failures = QuickFailures with { Retries = 0 } });
        await CaughtUpAsync(running);
        Assert.Equal(30, attempts);
        Assert.Equal(30, await running["listener"].DeadLetters.CountAsync(Cancellation));
    }

    [Fact]
    public async Task A_batch_that_fails_is_handled_event_by_event()
    {
        var batches = new Listener(takesBatches: true)
        {
            HandlingBatch = (events, _) => events.Any(typed => typed.Recorded.Version == 3) ? throw new InvalidOperationException("never") : Task.CompletedTask,
        };
        await AppendAsync(stream, Sample.Events(6));
        await using var running = await RunAsync(batches);
        await CaughtUpAsync(running);
        await AssertHandledAsync([0, 1, 2, 4, 5], batches);
        Assert.Equal(6, batches.Batches.First());
        Assert.Equal((StreamVersion)3, Assert.Single(await DeadLettersAsync()).Version);
    }

    [Fact]
    public async Task A_handler_that_takes_too_long_is_cancelled_and_fails()
    {
        var cancelled = Signal();
        var never = Signal();
        var attempts = 0;
        listener.Handling = async (context, cancellation) =>
        {
            if (context.Version != 1 || Interlocked.Increment(ref attempts) > 1)
                return;
            cancellation.Register(() => cancelled.TrySetResult());
            await never.Task;
        };
        await AppendAsync(stream, Sample.Events(3));
        await using var running = await RunAsync(listener, Quick with { HandlerTimeout = TimeSpan.FromMilliseconds(50) });
        await CaughtUpAsync(running);
        await cancelled.Task.WaitAsync(Patience, Cancellation);
        await AssertHandledAsync([0, 1, 2], listener);
        Assert.IsType<HandlerTimeoutException>(Assert.Single(running["listener"].LastErrors).Error);
        never.SetException(new InvalidOperationException("late"));
        await AppendAsync(stream, Sample.Events(1, first: 3));
        await CaughtUpAsync(running);
        Assert.Empty(await DeadLettersAsync());
    }

    [Fact]
    public async Task Pauses_between_attempts_double_up_to_the_longest_and_are_shortened_at_random()
    {
        var policy = new FailurePolicy { FirstDelay = TimeSpan.FromSeconds(1), LongestDelay = TimeSpan.FromSeconds(5), Jitter = 0.5, Random = () => 1 };
        Assert.Equal(5, policy.LongestDelay.TotalSeconds);
        listener.Handling = (_, _) => throw new InvalidOperationException("never");
        await AppendAsync(stream, Sample.Events(1));
        var drawn = 0;
        var counting = QuickFailures with { Retries = 4, Random = () => Interlocked.Increment(ref drawn) / 10.0 };
        await using var running = await RunAsync(listener, Quick with { Failures = counting });
        await CaughtUpAsync(running);
        // Waits for a store that is busy draw from it too.
        Assert.InRange(drawn, 4, int.MaxValue);
        Assert.Equal(5, Assert.Single(await DeadLettersAsync()).Attempts);
    }
}
