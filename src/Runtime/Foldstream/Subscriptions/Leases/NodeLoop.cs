namespace Foldstream;

/// <summary>Shares the partitions of a subscription with other processes: gives signs of life, runs what it holds, and gives up what is above its share.</summary>
internal sealed class NodeLoop : IPartitionOwner
{
    private readonly SubscriptionContext context;
    private readonly ILeaseStore store;
    private readonly IOwnerEvents events;
    private readonly string node;
    private readonly LeaseClock lease;
    private readonly LeasedPartitions partitions;
    private readonly CancellationTokenSource ending = new();
    private readonly Pulse lost = new();
    private Task beating = Task.CompletedTask;
    private volatile bool isLeaving;

    public NodeLoop(SubscriptionContext context, ILeaseStore store, IOwnerEvents events, string node)
    {
        this.context = context;
        this.store = store;
        this.events = events;
        this.node = node;
        lease = new LeaseClock(context.Run.LeaseDuration, context.Clock);
        partitions = new LeasedPartitions(context, held => store.ReleaseAsync(held.Subscription, held.Partition, held.Token), events, this, lost);
    }

    public IReadOnlyCollection<PartitionLoop> Loops => partitions.Loops;

    public async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        await BeatAsync(cancellationToken).ConfigureAwait(false);
        beating = Task.Run(BeatOnAsync, CancellationToken.None);
    }

    public async Task<Exception?> StopAsync()
    {
        // The beats go on while partitions are drained: nobody else may take what is still being handled.
        isLeaving = true;
        var error = await partitions.GiveUpAllAsync().ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await beating.ConfigureAwait(false);
        await LeaveAsync().ConfigureAwait(false);
        return error;
    }

    private async Task BeatOnAsync()
    {
        try
        {
            while (true)
            {
                await RestAsync().ConfigureAwait(false);
                await BeatInTimeAsync().ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            // The node leaves.
        }
        catch (Exception error)
        {
            partitions.DropAll();
            events.Failed(this, error);
        }
    }

    /// <summary>Waits for the next beat; not so long where a partition was lost, which may have begun anew.</summary>
    private async ValueTask RestAsync()
    {
        var loss = lost.Next;
        await Interruptible.WaitAsync(loss, cancellation => Task.Delay(lease.UntilNextBeat, context.Clock, cancellation), ending.Token).ConfigureAwait(false);
        if (loss.IsCompleted)
            await Task.Delay(lease.AfterLoss, context.Clock, ending.Token).ConfigureAwait(false);
    }

    /// <summary>Beats; where that is not done before the leases would end, ends everything that they cover.</summary>
    private async ValueTask BeatInTimeAsync()
    {
        using var late = new CancellationTokenSource(lease.UntilTooLate, context.Clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, ending.Token);
        try
        {
            await BeatAsync(end.Token).AsTask().WaitAsync(end.Token).ConfigureAwait(false);
            return;
        }
        catch (StoreUnavailableException fault)
        {
            context.Journal.StoreFailed(fault);
            lease.Failed();
        }
        catch (OperationCanceledException) when (!ending.IsCancellationRequested)
        {
            lease.Failed();
        }

        if (lease.IsOver)
            partitions.DropAll();
    }

    private async ValueTask BeatAsync(CancellationToken cancellationToken)
    {
        var isFit = !isLeaving && await IsFitAsync(cancellationToken).ConfigureAwait(false);
        var sentAt = context.Clock.GetTimestamp();
        var round = await store.BeatAsync(new Heartbeat(context.Name, node, context.Run.LeaseDuration, isFit), cancellationToken).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        lease.Renewed(sentAt, isShort: isFit && round.Held.Count < round.Share);
        partitions.Match(round.Held, isFit ? round.Share : 0);
    }

    private async ValueTask<bool> IsFitAsync(CancellationToken cancellationToken)
    {
        if (context.Run.Healthy is not { } healthy)
            return true;
        try
        {
            return await healthy(cancellationToken).AsTask().WaitAsync(context.Run.LeaseDuration / 6, context.Clock, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            // Who cannot say that he is well is not.
            context.Journal.Unhealthy(error);
            return false;
        }
    }

    private async ValueTask LeaveAsync()
    {
        using var late = new CancellationTokenSource(context.Run.LeaseDuration, context.Clock);
        try
        {
            await store.LeaveAsync(context.Name, node, late.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (error is StoreUnavailableException or OperationCanceledException)
        {
            // The leases end by themselves.
            context.Journal.StoreFailed(error);
        }
    }
}
