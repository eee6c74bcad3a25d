namespace Foldstream;

/// <content>Beginning, ending, pausing.</content>
public sealed partial class RunningSubscription : IOwnerEvents
{
    /// <summary>Pauses it in this process; its partitions stay with it. When the result completes, no handler runs and the checkpoints are saved.</summary>
    /// <param name="reason">Why, for those who look at it. The default, null, is none.</param>
    /// <param name="cancellationToken">Ends the wait; it stays paused.</param>
    /// <exception cref="SubscriptionStateException">It is paused already, is stopping or has ended.</exception>
    public async Task PauseAsync(string? reason = null, CancellationToken cancellationToken = default)
    {
        // State and gate change together, or a resume in between would open what is closed afterwards, for ever.
        lock (gate)
        {
            states.Move(SubscriptionState.Paused);
            context.Pause.Close(reason);
        }

        while (true)
        {
            var change = Task.WhenAny(context.Moved.Next, states.Changed.Next);
            if (State != SubscriptionState.Paused || Loops.All(loop => loop.IsParked || loop.Completion.IsCompleted))
                return;
            await change.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Goes on after a pause.</summary>
    /// <exception cref="SubscriptionStateException">It is not paused.</exception>
    public void Resume()
    {
        lock (gate)
        {
            if (State != SubscriptionState.Paused)
                throw new SubscriptionStateException(Name, State, SubscriptionState.CatchingUp);
            states.Move(SubscriptionState.CatchingUp);
            context.Pause.Open();
        }

        TellState();
    }

    /// <summary>Stops it in this process: waits for what is being handled, and saves the checkpoints. Does nothing where it has ended.</summary>
    /// <exception cref="HandlerAbandonedException">A handler did not end within <see cref="RunOptions.ShutdownDeadline"/>, not even when it was cancelled.</exception>
    public async Task StopAsync()
    {
        await starts.CancelAsync().ConfigureAwait(false);
        await starting.WaitAsync().ConfigureAwait(false);
        try
        {
            await EndAsync(null).ConfigureAwait(false);
            starts = new CancellationTokenSource();
        }
        finally
        {
            starting.Release();
        }

        if (Error is HandlerAbandonedException abandoned)
            throw abandoned;
    }

    /// <summary>Begins again where it stopped.</summary>
    /// <exception cref="SubscriptionStateException">It has not ended.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await StartAgainAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            starting.Release();
        }
    }

    /// <summary>Sends it to a position, in the store and so for all processes, whether it runs or has ended; what it was doing is finished first. Events behind the position are handled again.</summary>
    /// <param name="after">Behind which position it goes on; null is the beginning.</param>
    /// <param name="cancellationToken">Ends the start.</param>
    /// <exception cref="InvalidOperationException">It feeds the documents of a projection, which would count the events twice.</exception>
    public async Task RestartAsync(GlobalPosition? after, CancellationToken cancellationToken = default)
    {
        if (context.Part.RestartRefusal is { } refusal)
            throw new InvalidOperationException(refusal);
        await starting.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await EndAsync(null).ConfigureAwait(false);
            var present = await context.Store.ReadCheckpointsAsync(Name, cancellationToken).ConfigureAwait(false);
            await context.Store.RestartAsync(Name, Math.Max(present.Count, 1), after, cancellationToken: cancellationToken).ConfigureAwait(false);
            await StartAgainAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            starting.Release();
        }
    }

    void IOwnerEvents.Changed()
    {
        context.Moved.Fire();
        TellState();
    }

    // Of an owner that was stopped it may come late, when the next one runs already.
    void IOwnerEvents.Failed(IPartitionOwner failing, Exception error) => _ = EndAsync(error, failing);

    private async Task StartAgainAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            states.Move(SubscriptionState.Starting);
            ending = null;
            Error = null;
            completion = NewCompletion();
        }

        context.Pause.Open();
        context.Journal.Reset();
        // A stop does not wait for a start.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, starts.Token);
        await BeginAsync(either.Token).ConfigureAwait(false);
    }

    private async Task BeginAsync(CancellationToken cancellationToken)
    {
        try
        {
            var partitions = await new Partitioning(context).EnsureAsync(cancellationToken).ConfigureAwait(false);
            owner = context.Store is ILeaseStore leases
                ? new NodeLoop(context, leases, this, NodeName.Of(context))
                : new SoleOwner(this, partitions);
            RunningRegistry.Add(this);
            await owner.StartAsync(cancellationToken).ConfigureAwait(false);
            _ = StallWatch.RunAsync(this, owner);
            TellState();
        }
        catch (Exception error)
        {
            await EndAsync(error).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Ends it, once: whoever comes second waits for the first.</summary>
    private Task EndAsync(Exception? error, IPartitionOwner? of = null)
    {
        lock (gate)
        {
            if (of is not null && of != owner)
                return Task.CompletedTask;
            if (ending is null)
            {
                states.Move(SubscriptionState.Stopping);
                // From this moment on no further event begins.
                foreach (var loop in Loops)
                    loop.Tokens.StopNow();
                ending = Task.Run(() => EndOnceAsync(error));
            }

            return ending;
        }
    }

    private async Task EndOnceAsync(Exception? error)
    {
        var failure = error is OperationCanceledException ? null : error;
        try
        {
            if (owner is not null && await owner.StopAsync().ConfigureAwait(false) is { } met)
                failure ??= met;
        }
        catch (Exception unexpected)
        {
            failure ??= unexpected;
        }

        RunningRegistry.Remove(this);
        Error = failure;
        if (failure is not null)
            context.Journal.Ended(failure);
        states.Move(failure is null ? SubscriptionState.Stopped : SubscriptionState.Faulted);
        context.Moved.Fire();
        Complete(failure);
    }

    private void Complete(Exception? failure)
    {
        lock (gate)
        {
            if (failure is null)
                completion.TrySetResult();
            else
                completion.TrySetException(new SubscriptionStoppedException(Name, failure));
            // Nobody has to look at it.
            _ = completion.Task.Exception;
        }
    }

    private void TellState()
    {
        var loops = Loops;
        if (loops.Any(loop => loop.Rest.IsRetrying))
            states.MoveWhileWorking(SubscriptionState.Retrying);
        else
            states.MoveWhileWorking(loops.All(loop => loop.IsLive) ? SubscriptionState.Live : SubscriptionState.CatchingUp);
    }
}
