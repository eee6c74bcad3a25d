namespace Foldstream;

/// <summary>Runs all partitions of a subscription: for stores that serve one process. Whoever starts last has them.</summary>
internal sealed class SoleOwner(SubscriptionContext context, IReadOnlyList<Checkpoint> partitions, IOwnerEvents events) : IPartitionOwner
{
    private readonly List<PartitionLoop> loops = [];

    public IReadOnlyCollection<PartitionLoop> Loops { get; private set; } = [];

    public async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        foreach (var partition in partitions)
        {
            var held = await context.Store.TakeOverAsync(context.Name, partition.Partition, cancellationToken).ConfigureAwait(false);
            loops.Add(new PartitionLoop(context, held, events.Changed));
        }

        Loops = loops;
        foreach (var loop in loops)
        {
            loop.Start();
            _ = WatchAsync(loop);
        }
    }

    public async Task<Exception?> StopAsync()
    {
        await Task.WhenAll(loops.Select(loop => loop.EndAsync(context.Run.ShutdownDeadline))).ConfigureAwait(false);
        return loops.Select(loop => loop.Error).FirstOrDefault(error => error is not null);
    }

    private async Task WatchAsync(PartitionLoop loop)
    {
        await loop.Completion.ConfigureAwait(false);
        if (loop.Error is { } error)
            events.Failed(error);
    }
}
