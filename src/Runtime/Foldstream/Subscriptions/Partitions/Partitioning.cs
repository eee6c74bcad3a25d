namespace Foldstream;

/// <summary>Finds the partitions of a subscription, or makes them; shares anew where their number is to be another.</summary>
internal sealed class Partitioning(SubscriptionContext context)
{
    private readonly FailurePolicy waits = new()
    {
        Retries = int.MaxValue,
        FirstDelay = TimeSpan.FromMilliseconds(50),
        LongestDelay = TimeSpan.FromSeconds(2),
        Jitter = 0.5,
        Random = context.Options.Failures.Random,
    };

    public async ValueTask<IReadOnlyList<Checkpoint>> EnsureAsync(CancellationToken cancellationToken)
    {
        var wanted = context.Options.Partitions;
        var start = await context.Part.From.FindAsync(context.Store, cancellationToken).ConfigureAwait(false);
        var present = await context.Store.EnsureCheckpointsAsync(context.Name, wanted ?? 1, start, cancellationToken).ConfigureAwait(false);
        return wanted is null || wanted == present.Count ? present : await ShareAnewAsync(wanted.Value, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Other nodes may take a partition back in the meantime: then nothing is lost, and it is tried again.</summary>
    private async ValueTask<IReadOnlyList<Checkpoint>> ShareAnewAsync(int wanted, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var present = await context.Store.ReadCheckpointsAsync(context.Name, cancellationToken).ConfigureAwait(false);
            if (present.Count == wanted)
                return present;
            try
            {
                return await BringTogetherAsync(present.Count, wanted, cancellationToken).ConfigureAwait(false);
            }
            catch (PartitionLostException)
            {
                await Task.Delay(waits.DelayBefore(attempt), context.Clock, cancellationToken).ConfigureAwait(false);
            }
            catch (ArgumentException) when (attempt < 100)
            {
                // Another node has just shared anew: the partition that was to be taken is gone.
            }
        }
    }

    /// <summary>Takes all partitions, brings those that are behind to the position of the first, and begins anew from there.</summary>
    private async ValueTask<IReadOnlyList<Checkpoint>> BringTogetherAsync(int count, int wanted, CancellationToken cancellationToken)
    {
        var taken = new List<Checkpoint>();
        for (var partition = 0; partition < count; partition++)
            taken.Add(await context.Store.TakeOverAsync(context.Name, partition, cancellationToken).ConfigureAwait(false));
        var furthest = taken.Max(checkpoint => checkpoint.Position?.Value) is { } value
            ? taken.First(checkpoint => checkpoint.Position?.Value == value).Position
            : null;
        var behind = taken.Where(checkpoint => checkpoint.Position != furthest)
            .Select(checkpoint => new PartitionLoop(context, checkpoint, static () => { }, furthest)).ToArray();
        await DrainAsync(behind, cancellationToken).ConfigureAwait(false);
        return await context.Store.RestartAsync(
            context.Name, wanted, furthest, taken.ConvertAll(checkpoint => checkpoint.Token), cancellationToken).ConfigureAwait(false);
    }

    private async ValueTask DrainAsync(PartitionLoop[] loops, CancellationToken cancellationToken)
    {
        foreach (var loop in loops)
            loop.Start();
        try
        {
            await foreach (var ended in Task.WhenEach(loops.Select(loop => loop.Completion)).WithCancellation(cancellationToken).ConfigureAwait(false))
                ThrowFirst(loops.Where(loop => loop.Completion == ended));
        }
        finally
        {
            await Task.WhenAll(loops.Select(loop => loop.EndAsync(context.Run.ShutdownDeadline))).ConfigureAwait(false);
        }

        ThrowFirst(loops);
    }

    private void ThrowFirst(IEnumerable<PartitionLoop> loops)
    {
        foreach (var loop in loops)
        {
            if (loop.Error is PartitionLostException lost)
                throw new PartitionLostException(lost.Subscription, lost.Partition, lost.Token);
            if (loop.Error is { } error)
                throw new SubscriptionStoppedException(context.Name, error);
        }
    }
}
