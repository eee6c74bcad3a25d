namespace Foldstream;

/// <summary>How far a partition has come, and how far the store knows it.</summary>
internal sealed class PartitionCursor(SubscriptionContext context, Checkpoint held, PartitionRest rest, CancellationToken cancel)
{
    private GlobalPosition? saved = held.Position;
    private long unsaved;
    private long savedAt = context.Clock.GetTimestamp();
    private PositionBox position = new(held.Position);

    /// <summary>Everything up to here is handled.</summary>
    public GlobalPosition? Position => Volatile.Read(ref position).Position;

    private bool IsDue =>
        unsaved >= context.Options.CheckpointEvery || (Position != saved && context.Clock.GetElapsedTime(savedAt) >= context.Options.CheckpointInterval);

    /// <summary>The step that moves the partition; handed to work that keeps it with its effects.</summary>
    public Progress Step(GlobalPosition? to, long handled) => new(held.Subscription, held.Partition, held.Token, to, handled);

    /// <summary>An event or a batch was handled, and the store does not know yet.</summary>
    public void Handled(GlobalPosition? to, long events)
    {
        unsaved += events;
        Move(to);
    }

    /// <summary>What lies before a position was left out.</summary>
    public void Pass(GlobalPosition? to) => Move(to);

    /// <summary>The store has kept a step together with its effects.</summary>
    public void Kept(Progress step)
    {
        Settle(step.Position);
        Move(step.Position);
    }

    /// <summary>Whether the store kept a step whose answer was lost.</summary>
    /// <exception cref="PartitionLostException">Somebody else has the partition now.</exception>
    public async ValueTask<bool> WasKeptAsync(Progress step, CancellationToken cancellationToken)
    {
        var all = await context.Store.ReadCheckpointsAsync(held.Subscription, cancellationToken).ConfigureAwait(false);
        var stored = all.FirstOrDefault(checkpoint => checkpoint.Partition == held.Partition);
        return stored?.Token == held.Token
            ? stored.Position == step.Position
            : throw new PartitionLostException(held.Subscription, held.Partition, held.Token);
    }

    /// <summary>Keeps an event as a dead letter and steps over it, in one transaction.</summary>
    public async ValueTask SetAsideAsync(DeadLetter letter)
    {
        await SaveAsync(letter.Position, [letter], cancel).ConfigureAwait(false);
        Move(letter.Position);
    }

    public ValueTask SaveWhenDueAsync() => IsDue ? SaveAsync() : ValueTask.CompletedTask;

    /// <summary>Saves what was handled; what was merely left out can wait until it is due.</summary>
    /// <returns>How long it can wait.</returns>
    public async ValueTask<TimeSpan> SaveWhenIdleAsync()
    {
        if (unsaved > 0 || IsDue)
            await SaveAsync().ConfigureAwait(false);
        if (Position == saved)
            return Timeout.InfiniteTimeSpan;
        var left = context.Options.CheckpointInterval - context.Clock.GetElapsedTime(savedAt);
        return left > TimeSpan.Zero ? left : TimeSpan.FromMilliseconds(1);
    }

    /// <summary>Saves how far the partition has come, if the store does not know it; waits for a store that cannot be reached.</summary>
    public ValueTask SaveAsync() => SaveAsync(cancel);

    /// <inheritdoc cref="SaveAsync()"/>
    /// <param name="cancellationToken">Ends the wait.</param>
    public ValueTask SaveAsync(CancellationToken cancellationToken) =>
        Position == saved && unsaved == 0 ? ValueTask.CompletedTask : SaveAsync(Position, [], cancellationToken);

    /// <summary>Asks the store whether the partition is still this one's.</summary>
    /// <exception cref="PartitionLostException">Somebody else has the partition now.</exception>
    public async ValueTask CheckHeldAsync(CancellationToken cancellationToken) =>
        await WasKeptAsync(Step(Position, 0), cancellationToken).ConfigureAwait(false);

    private async ValueTask SaveAsync(GlobalPosition? to, IReadOnlyList<DeadLetter> letters, CancellationToken cancellationToken)
    {
        var step = Step(to, unsaved) with { DeadLetters = letters };
        await context.Patience.RunAsync(cancellation => context.Store.AdvanceAsync(step, cancellation), rest, cancellationToken).ConfigureAwait(false);
        Settle(step.Position);
    }

    private void Settle(GlobalPosition? at)
    {
        saved = at;
        unsaved = 0;
        savedAt = context.Clock.GetTimestamp();
    }

    private void Move(GlobalPosition? to)
    {
        Volatile.Write(ref position, new PositionBox(to));
        context.Moved.Fire();
    }
}
