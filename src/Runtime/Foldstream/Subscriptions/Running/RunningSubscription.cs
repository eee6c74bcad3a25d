namespace Foldstream;

/// <summary>A subscription that runs in this process: what it does, and how it is controlled.</summary>
/// <remarks>What is said of state, throughput and errors is of this process; positions, lag and dead letters are those of the store, over all processes.</remarks>
public sealed partial class RunningSubscription
{
    private readonly SubscriptionContext context;
    private readonly StateBoard states;
    private readonly SemaphoreSlim starting = new(1, 1);
    private readonly Lock gate = new();
    private CancellationTokenSource starts = new();
    private IPartitionOwner? owner;
    private Task? ending;
    private TaskCompletionSource completion = NewCompletion();

    private RunningSubscription(SubscriptionContext context)
    {
        this.context = context;
        states = new StateBoard(context.Name);
        DeadLetters = new RunningDeadLetters(this);
    }

    /// <summary>The name of the subscription.</summary>
    public string Name => context.Name;

    /// <summary>What it does at the moment.</summary>
    public SubscriptionState State => states.State;

    /// <summary>Why it was paused, where a reason was given.</summary>
    public string? PauseReason => context.Pause.Reason;

    /// <summary>Why it ended, where that was an error.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Everything up to here is handled by the partitions that run in this process; null where that is nothing yet, or none runs here.</summary>
    public GlobalPosition? Position
    {
        get
        {
            var positions = Loops.Select(loop => loop.Cursor.Position).ToArray();
            return positions.Length == 0 || positions.Contains(null) ? null : positions.Min();
        }
    }

    /// <summary>The numbers of the partitions that run in this process.</summary>
    public IReadOnlyList<int> Partitions => [.. Loops.Select(loop => loop.Held.Partition).Order()];

    /// <summary>Events handled a second by this process, over the last minute.</summary>
    public double EventsPerSecond => context.Journal.EventsPerSecond;

    /// <summary>The last errors, the newest first; up to 20.</summary>
    public IReadOnlyList<SubscriptionError> LastErrors => context.Journal.Errors;

    /// <summary>The events that it could not handle.</summary>
    public RunningDeadLetters DeadLetters { get; }

    /// <summary>Completes when it has stopped; fails with <see cref="SubscriptionStoppedException"/> when it ended with an error. Each start has its own.</summary>
    public Task Completion
    {
        get
        {
            lock (gate)
                return completion.Task;
        }
    }

    internal Type? Type => context.Part.Type;

    internal IReadOnlyCollection<PartitionLoop> Loops => owner?.Loops ?? [];

    internal SubscriptionContext Context => context;

    /// <summary>How far it is behind, over all processes.</summary>
    public async ValueTask<SubscriptionLag> LagAsync(CancellationToken cancellationToken = default) =>
        await LagReading.ReadAsync(context, await PositionsAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);

    /// <summary>How well it is.</summary>
    /// <param name="thresholds">From where on it counts as degraded or unhealthy. The default, null, is <see cref="HealthThresholds.Default"/>.</param>
    /// <param name="cancellationToken">Ends the look at the store.</param>
    public async ValueTask<SubscriptionHealth> HealthAsync(HealthThresholds? thresholds = null, CancellationToken cancellationToken = default)
    {
        SubscriptionLag? lag = null;
        long? deadLetters = null;
        try
        {
            lag = await LagAsync(cancellationToken).ConfigureAwait(false);
            deadLetters = await DeadLetters.CountAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (StoreUnavailableException)
        {
            // The report says so.
        }

        return new HealthReport(Name, State).Weigh(
            thresholds ?? HealthThresholds.Default, lag, deadLetters, context.Journal.FailuresOfLastMinute);
    }

    /// <summary>Waits until everything up to a position is handled by all partitions, wherever they run; what the subscription does not read counts as handled.</summary>
    /// <param name="position">The position. The default, null, is the last event that the store has now.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SubscriptionStoppedException">It has ended before it came so far.</exception>
    public async Task CaughtUpAsync(GlobalPosition? position = null, CancellationToken cancellationToken = default)
    {
        var target = position ?? await context.Store.HeadAsync(cancellationToken).ConfigureAwait(false);
        while (true)
        {
            var change = Task.WhenAny(context.Moved.Next, states.Changed.Next);
            if (target is null || await HasHandledAsync(target.Value, cancellationToken).ConfigureAwait(false))
                return;
            if (SubscriptionStates.HasEnded(State))
                throw new SubscriptionStoppedException(Name, Error);
            // Other processes do not tell.
            await Interruptible.WaitAsync(
                change, cancellation => Task.Delay(context.Store is ILeaseStore ? TimeSpan.FromMilliseconds(100) : Timeout.InfiniteTimeSpan, context.Clock, cancellation), cancellationToken).ConfigureAwait(false);
        }
    }

    internal static async Task<RunningSubscription> StartAsync(
        ISubscriptionStore store, RunPart part, RunOptions options, CancellationToken cancellationToken)
    {
        var subscription = new RunningSubscription(new SubscriptionContext(store, part, options));
        await subscription.BeginAsync(cancellationToken).ConfigureAwait(false);
        return subscription;
    }

    private static TaskCompletionSource NewCompletion() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async ValueTask<bool> HasHandledAsync(GlobalPosition target, CancellationToken cancellationToken)
    {
        var loops = Loops;
        // All partitions are here: the store need not be asked.
        if (loops.Count > 0 && loops.Count == loops.First().Held.Partitions)
            return loops.All(loop => loop.Cursor.Position >= target);
        return (await PositionsAsync(cancellationToken).ConfigureAwait(false)).All(partition => partition.Position >= target);
    }

    private async ValueTask<IReadOnlyList<(Checkpoint Held, GlobalPosition? Position)>> PositionsAsync(CancellationToken cancellationToken)
    {
        var here = Loops;
        var stored = await context.Store.ReadCheckpointsAsync(Name, cancellationToken).ConfigureAwait(false);
        return
        [
            .. from checkpoint in stored
               let loop = here.FirstOrDefault(loop => loop.Held.Partition == checkpoint.Partition && loop.Held.Token == checkpoint.Token)
               select (checkpoint, loop is null ? checkpoint.Position : loop.Cursor.Position),
        ];
    }
}
