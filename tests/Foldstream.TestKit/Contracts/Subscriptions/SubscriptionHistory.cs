namespace Foldstream.TestKit;

/// <summary>Plays the steps of a random history against a store, with an oracle that merely counts the events that were stored.</summary>
internal sealed class SubscriptionHistory(IReadModelStore store, string name, CancellationToken cancellation) : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<RunningSubscriptions> crashed = [];
    private int stored;
    private int failures;
    private RunningSubscriptions? running;

    private StreamId Stream => Sample.Stream(name, "pot");

    private RunningSubscription Subscription => running![name];

    public async Task PlayAsync(IEnumerable<SubscriptionStep> steps)
    {
        await store.PrepareAsync(Pots.Definition(), "one", cancellationToken: cancellation);
        running = await RunAsync();
        foreach (var step in steps.Append(SubscriptionStep.Look))
            await PlayAsync(step).WaitAsync(Patience, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var run in crashed.Append(running!))
            await run.DisposeAsync();
    }

    private Task PlayAsync(SubscriptionStep step) => step switch
    {
        SubscriptionStep.Append => AppendAsync(),
        SubscriptionStep.Pause => Subscription.State is SubscriptionState.CatchingUp or SubscriptionState.Live or SubscriptionState.Retrying ? Subscription.PauseAsync(cancellationToken: cancellation) : Task.CompletedTask,
        SubscriptionStep.Resume => ResumeAsync(),
        SubscriptionStep.Stop => Subscription.StopAsync(),
        SubscriptionStep.Start => StartAsync(),
        SubscriptionStep.Restart => RestartAsync(),
        SubscriptionStep.Crash => CrashAsync(),
        SubscriptionStep.Fail => Task.FromResult(Interlocked.Increment(ref failures)),
        _ => LookAsync(),
    };

    private async Task AppendAsync()
    {
        await store.AppendAsync(Stream, ExpectedVersion.Any, Sample.Events(3, stored), cancellation);
        stored += 3;
    }

    private Task ResumeAsync()
    {
        if (Subscription.State == SubscriptionState.Paused)
            Subscription.Resume();
        return Task.CompletedTask;
    }

    private async Task StartAsync()
    {
        if (Subscription.State == SubscriptionState.Stopped)
            await Subscription.StartAsync(cancellation);
    }

    private async Task RestartAsync()
    {
        await Subscription.StopAsync();
        await store.TransactAsync(
            async (transaction, token) =>
            {
                await transaction.WriteAsync(new DocumentChanges(Pots.Live, [], [new DocumentKey(name)]), token);
                await transaction.RestartAsync(name, 1, null, cancellationToken: token);
            },
            cancellationToken: cancellation);
        await Subscription.StartAsync(cancellation);
    }

    private async Task CrashAsync()
    {
        // Nobody stops the one before: it finds out by itself that it has lost.
        crashed.Add(running!);
        if (store is ILeaseStore leases)
            await leases.LeaveAsync(name, NodeOf(crashed.Count - 1), cancellation);
        running = await RunAsync();
    }

    private async Task LookAsync()
    {
        await ResumeAsync();
        await StartAsync();
        await Subscription.CaughtUpAsync(cancellationToken: cancellation);
        var documents = await store.LoadDocumentsAsync(Pots.Live, [new DocumentKey(name)], cancellation);
        Assert.Equal(stored, documents.Select(Pots.AmountOf).SingleOrDefault());
        Assert.Equal(0, await store.CountDeadLettersAsync(name, cancellation));
    }

    private Task<RunningSubscriptions> RunAsync()
    {
        var ledger = new Ledger(store)
        {
            Keeping = (_, _) => Interlocked.Exchange(ref failures, 0) > 0 ? throw new InvalidOperationException("once") : Task.CompletedTask,
        };
        var part = Ledger.Part(store, ledger, new SubscriptionOptions { BatchSize = 4, Failures = new FailurePolicy { FirstDelay = TimeSpan.FromMilliseconds(1) } });
        var own = part with { Name = name, Interest = new SubscriptionInterest("pot", ["number-drawn"], Stream) };
        return store.RunAsync(run => run.With(new RunOptions { Node = NodeOf(crashed.Count), LeaseDuration = TimeSpan.FromSeconds(1) }).Add(own), cancellation);
    }

    // The later one comes first by name, so that the partition is its share: one that was paused when it crashed goes on giving signs of life here, and would keep it and stand still.
    private static string NodeOf(int run) => $"run-{9999 - run:D4}";
}
