namespace Foldstream;

/// <summary>The partitions that a node runs, brought in line with what the store says that it holds.</summary>
/// <param name="context">The subscription.</param>
/// <param name="release">Gives a partition back to the store.</param>
/// <param name="events">Is told of changes and failures.</param>
/// <param name="owner">Whose partitions they are.</param>
/// <param name="lost">Fires when another node took a partition over.</param>
internal sealed class LeasedPartitions(SubscriptionContext context, Func<Checkpoint, ValueTask> release, IOwnerEvents events, IPartitionOwner owner, Pulse lost)
{
    private readonly Lock gate = new();
    private readonly Dictionary<int, PartitionLoop> running = [];
    private readonly Dictionary<int, Task> ending = [];
    private bool isClosed;

    public IReadOnlyCollection<PartitionLoop> Loops
    {
        get
        {
            lock (gate)
                return [.. running.Values];
        }
    }

    /// <summary>Ends what is no longer held, begins what is held newly, and gives up what is above the share.</summary>
    public void Match(IReadOnlyList<Checkpoint> held, int share)
    {
        lock (gate)
        {
            foreach (var loop in running.Values.Where(loop => !held.Any(checkpoint => IsFor(loop, checkpoint))).ToArray())
                End(loop, TimeSpan.Zero, isHeld: false);
            // Those that are on their way out are held still, and no longer count.
            var staying = held.Where(checkpoint => !ending.ContainsKey(checkpoint.Partition)).ToArray();
            share = isClosed ? 0 : share;
            foreach (var checkpoint in staying.Take(share).Where(checkpoint => !running.ContainsKey(checkpoint.Partition)))
                Begin(checkpoint);
            foreach (var checkpoint in staying.Skip(share))
                GiveUp(checkpoint);
        }

        events.Changed();
    }

    /// <summary>Ends everything at once, because it may belong to another node by now.</summary>
    public void DropAll()
    {
        lock (gate)
        {
            foreach (var loop in running.Values.ToArray())
                End(loop, TimeSpan.Zero, isHeld: false);
        }

        events.Changed();
    }

    /// <summary>Drains everything and gives it back.</summary>
    /// <returns>What went wrong; null for nothing.</returns>
    public async Task<Exception?> GiveUpAllAsync()
    {
        PartitionLoop[] loops;
        Task[] ends;
        lock (gate)
        {
            isClosed = true;
            loops = [.. running.Values];
            foreach (var loop in loops)
                End(loop, context.Run.ShutdownDeadline, isHeld: true);
            ends = [.. ending.Values];
        }

        await Task.WhenAll(ends).ConfigureAwait(false);
        return loops.Select(loop => loop.Error).FirstOrDefault(error => error is not null and not PartitionLostException);
    }

    private static bool IsFor(PartitionLoop loop, Checkpoint checkpoint) =>
        loop.Held.Partition == checkpoint.Partition && loop.Held.Token == checkpoint.Token && loop.Held.Partitions == checkpoint.Partitions;

    private void Begin(Checkpoint checkpoint)
    {
        var loop = new PartitionLoop(context, checkpoint, events.Changed);
        running.Add(checkpoint.Partition, loop);
        loop.Start();
        _ = WatchAsync(loop);
    }

    private void GiveUp(Checkpoint checkpoint)
    {
        if (running.TryGetValue(checkpoint.Partition, out var loop))
            End(loop, context.Run.ShutdownDeadline, isHeld: true);
        else
            ending[checkpoint.Partition] = Task.Run(() => EndedAsync(checkpoint, isHeld: true));
    }

    private void End(PartitionLoop loop, TimeSpan deadline, bool isHeld)
    {
        running.Remove(loop.Held.Partition);
        ending[loop.Held.Partition] = Task.Run(async () =>
        {
            await loop.EndAsync(deadline).ConfigureAwait(false);
            await EndedAsync(loop.Held, isHeld).ConfigureAwait(false);
        });
    }

    private async Task EndedAsync(Checkpoint checkpoint, bool isHeld)
    {
        try
        {
            if (isHeld)
                await release(checkpoint).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            // The lease ends by itself, or is given back with the next beat.
            context.Journal.StoreFailed(fault);
        }
        finally
        {
            lock (gate)
                ending.Remove(checkpoint.Partition);
            events.Changed();
        }
    }

    private async Task WatchAsync(PartitionLoop loop)
    {
        await loop.Completion.ConfigureAwait(false);
        bool isOurs;
        lock (gate)
        {
            isOurs = running.TryGetValue(loop.Held.Partition, out var same) && same == loop;
            if (isOurs)
                running.Remove(loop.Held.Partition);
        }

        events.Changed();
        // Another node took it over: the next beat says what is held now.
        if (loop.Error is PartitionLostException)
            lost.Fire();
        else if (loop.Error is { } error && (isOurs || error is EventNotHandledException))
            events.Failed(owner, error);
        else if (loop.Error is { } ofAnother)
            // What it did not keep is handled again by whoever has it now, which may be this node.
            context.Journal.PartitionFailed(ofAnother);
    }
}
