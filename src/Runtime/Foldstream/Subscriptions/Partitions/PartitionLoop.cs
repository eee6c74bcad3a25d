namespace Foldstream;

/// <summary>Runs one partition of a subscription: reads, handles, moves on, and waits when there is nothing.</summary>
internal sealed class PartitionLoop
{
    // How long a cancelled handler is given to end before it counts as one that does not listen.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    private readonly SubscriptionContext context;
    private readonly GlobalPosition? until;
    private readonly PageReader pages;
    private readonly PageHandling handling;
    private readonly LoopJobs jobs = new();
    private readonly Action changed;
    private Task running = Task.CompletedTask;
    private long oldest;

    /// <param name="context">The subscription.</param>
    /// <param name="held">The partition, its token and where it stands.</param>
    /// <param name="changed">Called when what the loop tells of itself has changed.</param>
    /// <param name="until">Where the loop ends by itself; null for never.</param>
    public PartitionLoop(SubscriptionContext context, Checkpoint held, Action changed, GlobalPosition? until = null)
    {
        this.context = context;
        this.until = until;
        this.changed = changed;
        Held = held;
        Rest = new PartitionRest(context.Clock, changed);
        Cursor = new PartitionCursor(context, held, Rest, Tokens.Cancel);
        Calls = new HandlerCall(context, held.Partition, Tokens);
        Work = context.Part.CreateWork!(held);
        pages = new PageReader(context, Work, held, until, Tokens.Stopping);
        handling = PageHandling.For(Work, context, this);
    }

    /// <summary>The partition and its token.</summary>
    public Checkpoint Held { get; }

    public ISubscriptionWork Work { get; }

    public LoopTokens Tokens { get; } = new();

    public PartitionRest Rest { get; }

    public PartitionCursor Cursor { get; }

    public HandlerCall Calls { get; }

    /// <summary>When the event was recorded that is being handled; null where nothing is open.</summary>
    public DateTimeOffset? Oldest
    {
        get => Interlocked.Read(ref oldest) is > 0 and var ticks ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;
        // Measured from other threads: one number is read in one piece.
        set => Interlocked.Exchange(ref oldest, value?.UtcTicks ?? 0);
    }

    /// <summary>The last event of the store that this partition knows of.</summary>
    public GlobalPosition? Head => pages.Head;

    /// <summary>Whether everything is handled that the store had.</summary>
    public bool IsLive { get; private set; }

    /// <summary>Whether the loop stands still because the subscription is paused.</summary>
    public bool IsParked { get; private set; }

    /// <summary>Why the loop ended, where that was an error; <see cref="PartitionLostException"/> where somebody else took the partition over.</summary>
    public Exception? Error { get; private set; }

    /// <summary>Completes, never with an error, when the loop has ended.</summary>
    public Task Completion => running;

    public void Start() => running = Task.Run(RunAsync);

    /// <summary>Ends the loop: waits for what is in hand until the deadline, then cancels it, and abandons it a moment later.</summary>
    public async Task EndAsync(TimeSpan deadline)
    {
        Tokens.StopNow();
        // Who was given up is not waited for.
        if (!await HasEndedAsync(Tokens.Abandoned.IsCancellationRequested ? TimeSpan.Zero : deadline).ConfigureAwait(false))
            Tokens.CancelNow();
        if (!await HasEndedAsync(Grace).ConfigureAwait(false))
            Tokens.AbandonNow();
        if (!await HasEndedAsync(Grace).ConfigureAwait(false))
            Error ??= new HandlerAbandonedException(context.Name, Held.Partition, deadline);
    }

    /// <summary>Runs something between two events, where no handler runs.</summary>
    public Task<T> RunBetweenAsync<T>(Func<PageHandling, ValueTask<T>> job, CancellationToken cancellationToken)
    {
        var result = jobs.AddAsync(() => job(handling), cancellationToken);
        context.Pause.Changed.Fire();
        return result;
    }

    /// <summary>The gate before each event: ends the loop, runs what is to run between events, and stays here while the subscription is paused.</summary>
    public async ValueTask PassAsync()
    {
        while (true)
        {
            var change = context.Pause.Changed.Next;
            Rest.Sign();
            Tokens.Stopping.ThrowIfCancellationRequested();
            await jobs.RunAsync().ConfigureAwait(false);
            if (!context.Pause.IsPaused)
                return;
            await ParkAsync(change).ConfigureAwait(false);
        }
    }

    /// <summary>Waits before another attempt; a pause in the meantime is spent here.</summary>
    public async ValueTask RetryAfterAsync(TimeSpan delay)
    {
        var begun = context.Clock.GetTimestamp();
        for (var left = delay; left > TimeSpan.Zero; left = delay - context.Clock.GetElapsedTime(begun))
        {
            var change = context.Pause.Changed.Next;
            using (Rest.Retrying())
                await Interruptible.WaitAsync(change, cancellation => Task.Delay(left, context.Clock, cancellation), Tokens.Stopping).ConfigureAwait(false);
            await PassAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Keeps a dead letter and goes on behind its event.</summary>
    public async ValueTask SetAsideAsync(DeadLetter letter)
    {
        await Cursor.SetAsideAsync(letter).ConfigureAwait(false);
        context.Journal.SetAside();
    }

    private async Task RunAsync()
    {
        try
        {
            while (until is null || Cursor.Position is null || Cursor.Position < until)
            {
                await PassAsync().ConfigureAwait(false);
                if (await ReadAsync().ConfigureAwait(false) is { } page)
                    await HandleAsync(page).ConfigureAwait(false);
                else
                    await WaitAsync().ConfigureAwait(false);
            }

            await Cursor.SaveAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            await EndWithAsync(error).ConfigureAwait(false);
        }
        finally
        {
            await pages.DisposeAsync().ConfigureAwait(false);
            jobs.Close(context.Name);
            IsParked = false;
            changed();
        }
    }

    private ValueTask<SubscriptionPage?> ReadAsync() =>
        context.Patience.RunAsync(_ => pages.NextAsync(), Rest, Tokens.Stopping);

    private async ValueTask HandleAsync(SubscriptionPage page)
    {
        if (!page.ReachedHead)
            Tell(isLive: false);
        await handling.HandleAsync(page).ConfigureAwait(false);
        if (page.ReachedHead)
            Tell(isLive: true);
    }

    /// <summary>Waits for the store's wake-up, and looks anyway after a while.</summary>
    private async ValueTask WaitAsync()
    {
        Tell(isLive: true);
        var change = context.Pause.Changed.Next;
        var unsavedFor = await Cursor.SaveWhenIdleAsync().ConfigureAwait(false);
        if (context.Pause.IsPaused || jobs.HasAny)
            return;
        var poll = context.Options.PollInterval;
        var limit = unsavedFor > TimeSpan.Zero && unsavedFor < poll ? unsavedFor : poll;
        using (Rest.Resting())
            await Interruptible.WaitAsync(change, cancellation => WaitForEventsAsync(limit, cancellation), Tokens.Stopping).ConfigureAwait(false);
    }

    private async Task WaitForEventsAsync(TimeSpan limit, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit, context.Clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            await context.Patience.RunAsync(
                cancellation => context.Store.WaitAsync(pages.Through, cancellation), Rest, end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // It is time to look anyway; where nobody beats, also for a restart by others.
            if (context.Store is not ILeaseStore)
                await context.Patience.RunAsync(Cursor.CheckHeldAsync, Rest, cancellationToken).ConfigureAwait(false);
        }
    }

    private async ValueTask ParkAsync(Task change)
    {
        await Cursor.SaveAsync().ConfigureAwait(false);
        IsParked = true;
        context.Moved.Fire();
        try
        {
            using (Rest.Resting())
                await change.WaitAsync(Tokens.Stopping).ConfigureAwait(false);
        }
        finally
        {
            IsParked = false;
        }
    }

    private async ValueTask EndWithAsync(Exception error)
    {
        Error = Tokens.Stopping.IsCancellationRequested && error is OperationCanceledException ? null : error;
        // Who has lost the partition has nothing to save; neither has who does not know whether a transaction is still running.
        if (error is PartitionLostException || (error is HandlerAbandonedException && Work is ITransactionalWork))
            return;
        // What was handled before is saved also where the deadline is over.
        using var grace = new CancellationTokenSource(Grace, context.Clock);
        try
        {
            await Cursor.SaveAsync(Tokens.Cancel.IsCancellationRequested ? grace.Token : Tokens.Cancel).ConfigureAwait(false);
        }
        catch (Exception unsaved)
        {
            // What was not saved is handled again by the next run.
            Error ??= unsaved is OperationCanceledException ? null : unsaved;
        }
    }

    private void Tell(bool isLive)
    {
        if (isLive)
            Oldest = null;
        if (IsLive == isLive)
            return;
        IsLive = isLive;
        changed();
    }

    private async ValueTask<bool> HasEndedAsync(TimeSpan within)
    {
        try
        {
            await running.WaitAsync(within, context.Clock).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return false;
        }
    }
}
