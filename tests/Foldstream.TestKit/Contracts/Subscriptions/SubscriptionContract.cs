namespace Foldstream.TestKit;

/// <summary>The base of the contracts of running subscriptions.</summary>
public abstract class SubscriptionContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    /// <summary>Longer than anything takes that happens at all.</summary>
    protected static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Options under which nothing waits for long.</summary>
    protected static SubscriptionOptions Quick { get; } = new() { Failures = QuickFailures };

    protected static FailurePolicy QuickFailures => new() { Retries = 2, FirstDelay = TimeSpan.FromMilliseconds(1) };

    protected Task<RunningSubscriptions> RunAsync(ISubscriber subscriber, SubscriptionOptions? options = null, StartFrom? from = null, RunOptions? run = null) =>
        Store.RunAsync(runs => runs.With(run ?? RunOptions.Default).Subscribe(subscriber, from, options ?? Quick), Cancellation).WaitAsync(Patience, Cancellation);

    protected static Task CaughtUpAsync(RunningSubscriptions running, GlobalPosition? position = null) =>
        running.CaughtUpAsync(position, Cancellation).WaitAsync(Patience, Cancellation);

    /// <summary>Waits until something holds; what makes it hold happens on another thread.</summary>
    protected static async Task UntilAsync(Func<Task<bool>> holds, string what)
    {
        using var late = new CancellationTokenSource(Patience);
        while (!await holds())
        {
            Assert.False(late.IsCancellationRequested, $"It did not come to this: {what}.");
            await Task.Delay(5, Cancellation);
        }
    }

    protected static Task UntilAsync(Func<bool> holds, string what) => UntilAsync(() => Task.FromResult(holds()), what);

    protected async Task<IReadOnlyList<Checkpoint>> CheckpointsAsync(string name = "listener") => await Store.ReadCheckpointsAsync(name, Cancellation);

    protected async Task<GlobalPosition?> CheckpointAsync(string name = "listener") => Assert.Single(await CheckpointsAsync(name)).Position;

    protected async Task<IReadOnlyList<DeadLetter>> DeadLettersAsync(string name = "listener") => await Store.DeadLetters(name).ListAsync(cancellationToken: Cancellation);

    /// <summary>The numbers of the events that were handled, in that order.</summary>
    protected async Task<int[]> NumbersAsync(Listener listener)
    {
        var numbers = (await Store.ReadLogAsync(new LogRange { EventNames = ["number-drawn"] }, Cancellation).ToListAsync(Cancellation)).ToDictionary(recorded => recorded.Id, Sample.NumberOf);
        return [.. listener.Handled.Select(context => numbers[context.Id])];
    }

    protected async Task AssertHandledAsync(IEnumerable<int> expected, Listener listener) => Assert.Equal(expected, await NumbersAsync(listener));

    /// <summary>Each event of the log was handled exactly once, those of a stream in their order.</summary>
    protected async Task AssertHandledOnceInOrderAsync(IEnumerable<EventContext> handled)
    {
        var all = handled.ToArray();
        var log = await Store.ReadLogAsync(new LogRange { EventNames = ["number-drawn"] }, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(log.Select(recorded => recorded.Id).Order(), all.Select(context => context.Id).Order());
        foreach (var stream in all.GroupBy(context => context.Stream))
            Assert.Equal(stream.Select(context => context.Version.Value).Order(), stream.Select(context => context.Version.Value));
    }

    protected static TaskCompletionSource Signal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
