namespace Foldstream;

/// <summary>Runs all partitions of a subscription: for stores that serve one process. Whoever starts last has them.</summary>
internal sealed class SoleOwner(RunningSubscription subscription, IReadOnlyList<Checkpoint> partitions) : IPartitionOwner
{
    private readonly SubscriptionContext context = subscription.Context;
    private readonly IOwnerEvents events = subscription;
    private readonly SemaphoreSlim turn = new(1);
    private readonly CancellationTokenSource stopping = new();
    private volatile IReadOnlyList<PartitionLoop> loops = [];

    public IReadOnlyCollection<PartitionLoop> Loops => loops;

    public async ValueTask StartAsync(CancellationToken cancellationToken) => await BeginAsync(partitions, cancellationToken).ConfigureAwait(false);

    public async Task<Exception?> StopAsync()
    {
        await stopping.CancelAsync().ConfigureAwait(false);
        await turn.WaitAsync().ConfigureAwait(false);
        try
        {
            await EndAsync().ConfigureAwait(false);
            return loops.Select(loop => loop.Error).FirstOrDefault(error => error is not null and not PartitionLostException);
        }
        finally
        {
            turn.Release();
        }
    }

    private async ValueTask BeginAsync(IReadOnlyList<Checkpoint> checkpoints, CancellationToken cancellationToken)
    {
        var begun = new List<PartitionLoop>();
        foreach (var checkpoint in checkpoints)
        {
            var held = await context.Store.TakeOverAsync(context.Name, checkpoint.Partition, cancellationToken).ConfigureAwait(false);
            begun.Add(new PartitionLoop(context, held, events.Changed));
        }

        loops = begun;
        foreach (var loop in begun)
        {
            loop.Start();
            _ = WatchAsync(loop);
        }
    }

    private Task EndAsync() => Task.WhenAll(loops.Select(loop => loop.EndAsync(context.Run.ShutdownDeadline)));

    private async Task WatchAsync(PartitionLoop loop)
    {
        await loop.Completion.ConfigureAwait(false);
        try
        {
            if (loop.Error is PartitionLostException lost)
                await RegainAsync(lost).ConfigureAwait(false);
            else if (loop.Error is { } error)
                events.Failed(this, error);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The subscription stops.
        }
        catch (Exception error)
        {
            events.Failed(this, error);
        }
    }

    /// <summary>Goes on from where the store was told to begin anew; unless it is another run of this process that took over.</summary>
    private async ValueTask RegainAsync(PartitionLostException lost)
    {
        await turn.WaitAsync(stopping.Token).ConfigureAwait(false);
        try
        {
            // The first partition that notices does it for all.
            if (!loops.Any(loop => loop.Error is PartitionLostException))
                return;
            await EndAsync().ConfigureAwait(false);
            var present = await context.Patience.RunAsync(
                cancellation => context.Store.ReadCheckpointsAsync(context.Name, cancellation), rest: null, stopping.Token).ConfigureAwait(false);
            if (present.Count == 0 || RunningRegistry.HasNewer(subscription))
                throw new PartitionLostException(lost.Subscription, lost.Partition, lost.Token);
            await context.Patience.RunAsync(cancellation => BeginAsync(present, cancellation), rest: null, stopping.Token).ConfigureAwait(false);
            events.Changed();
        }
        finally
        {
            turn.Release();
        }
    }
}
