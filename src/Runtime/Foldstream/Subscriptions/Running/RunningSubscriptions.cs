namespace Foldstream;

/// <summary>What runs over a store; ends when it is disposed of.</summary>
public sealed class RunningSubscriptions : IAsyncDisposable
{
    private readonly List<RunPart> begun = [];
    private readonly List<RunningSubscription> subscriptions = [];

    private RunningSubscriptions()
    {
    }

    /// <summary>The subscriptions, in the order in which they were named.</summary>
    public IReadOnlyList<RunningSubscription> All => subscriptions;

    /// <summary>Completes when every subscription has ended; fails with the first error of one that ended with an error.</summary>
    public Task Completion => Task.WhenAll(subscriptions.Select(subscription => subscription.Completion));

    /// <summary>A subscription, by its name.</summary>
    /// <exception cref="KeyNotFoundException">None of that name runs here.</exception>
    public RunningSubscription this[string name] =>
        subscriptions.Find(subscription => subscription.Name == name)
        ?? throw new KeyNotFoundException($"No subscription '{name}' runs here; there are: {string.Join(", ", subscriptions.Select(subscription => subscription.Name))}.");

    /// <summary>A subscription, by its subscriber, projector or projection.</summary>
    /// <typeparam name="T">The class of the subscriber, projector or projection.</typeparam>
    /// <exception cref="KeyNotFoundException">None, or more than one, of that type runs here.</exception>
    public RunningSubscription Of<T>()
    {
        var found = subscriptions.FindAll(subscription => subscription.Type == typeof(T));
        return found.Count == 1
            ? found[0]
            : throw new KeyNotFoundException($"{found.Count} subscriptions of {typeof(T).Name} run here: name the one that is meant.");
    }

    /// <summary>Waits until every subscription has handled everything up to a position; what none of them reads counts as handled.</summary>
    /// <param name="position">The position. The default, null, is the last event that the store has now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SubscriptionStoppedException">A subscription has ended before it came so far.</exception>
    public async Task CaughtUpAsync(GlobalPosition? position = null, CancellationToken cancellationToken = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waits = subscriptions.ConvertAll(subscription => subscription.CaughtUpAsync(position, end.Token));
        try
        {
            // The first that fails ends the wait for all of them.
            await foreach (var wait in Task.WhenEach(waits).ConfigureAwait(false))
                await wait.ConfigureAwait(false);
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(waits).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Waits until every subscription has ended.</summary>
    /// <exception cref="SubscriptionStoppedException">A subscription ended with an error.</exception>
    public Task WaitAsync(CancellationToken cancellationToken = default) => Completion.WaitAsync(cancellationToken);

    /// <summary>Stops every subscription: waits for what is being handled, and saves the checkpoints.</summary>
    /// <exception cref="HandlerAbandonedException">A handler did not end within <see cref="RunOptions.ShutdownDeadline"/>, not even when it was cancelled. The others have stopped all the same.</exception>
    public async Task StopAsync()
    {
        var stops = subscriptions.ConvertAll(subscription => subscription.StopAsync());
        await Task.WhenAll(stops).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var part in Enumerable.Reverse(begun).ToArray())
        {
            begun.Remove(part);
            if (part.AfterStop is { } afterStop)
                await afterStop().ConfigureAwait(false);
        }

        await Task.WhenAll(stops).ConfigureAwait(false);
    }

    /// <summary>Stops every subscription; a handler that does not end is abandoned without an error, which <see cref="StopAsync"/> would tell.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync().ConfigureAwait(false);
        }
        catch (HandlerAbandonedException)
        {
        }
    }

    internal static async Task<RunningSubscriptions> StartAsync(
        ISubscriptionStore store, IReadOnlyList<RunPart> parts, RunOptions options, CancellationToken cancellationToken)
    {
        var running = new RunningSubscriptions();
        try
        {
            foreach (var part in parts)
                await running.StartAsync(store, part, options, cancellationToken).ConfigureAwait(false);
            return running;
        }
        catch
        {
            await running.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task StartAsync(ISubscriptionStore store, RunPart part, RunOptions options, CancellationToken cancellationToken)
    {
        begun.Add(part);
        if (part.BeforeStart is { } beforeStart)
            await beforeStart(cancellationToken).ConfigureAwait(false);
        if (part.CreateWork is not null)
            subscriptions.Add(await RunningSubscription.StartAsync(store, part, options, cancellationToken).ConfigureAwait(false));
    }
}
