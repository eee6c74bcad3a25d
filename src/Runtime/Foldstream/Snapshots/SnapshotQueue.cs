using System.Runtime.CompilerServices;

namespace Foldstream;

/// <summary>The snapshots that are to be written behind the saves of one store, one after the other, the latest of each key.</summary>
/// <remarks>Bounded: what does not fit is dropped and counted, since a snapshot is never needed.</remarks>
internal sealed class SnapshotQueue(ISnapshotStore store)
{
    public const int MaxKeys = 1024;
    public const long MaxBytes = 64 * 1024 * 1024;

    private static readonly ConditionalWeakTable<ISnapshotStore, SnapshotQueue> Queues = [];

    private readonly Lock gate = new();
    private readonly Dictionary<SnapshotKey, Item> waiting = [];
    private readonly Queue<SnapshotKey> order = [];
    private Item? writing;
    private long bytes;
    private bool isRunning;

    public static SnapshotQueue Of(ISnapshotStore store) => Queues.GetValue(store, static owner => new SnapshotQueue(owner));

    /// <summary>Waits until all that is in the queue now, or what took its place, is written or has failed.</summary>
    public static Task FlushAsync(ISnapshotStore store, CancellationToken cancellationToken) =>
        Queues.TryGetValue(store, out var queue) ? queue.FlushAsync(cancellationToken) : Task.CompletedTask;

    /// <returns>Whether it fits.</returns>
    public bool TryAdd(SnapshotWrite write)
    {
        lock (gate)
        {
            if (!TryPut(write))
            {
                SnapshotTelemetry.Drop(write.Category);
                return false;
            }

            if (!isRunning)
            {
                isRunning = true;
                Start();
            }

            return true;
        }
    }

    private Task FlushAsync(CancellationToken cancellationToken)
    {
        lock (gate)
        {
            var all = waiting.Values.Select(item => item.Done.Task);
            if (writing is not null)
                all = all.Append(writing.Done.Task);
            return Task.WhenAll(all).WaitAsync(cancellationToken);
        }
    }

    private bool TryPut(SnapshotWrite write)
    {
        var isKnown = waiting.TryGetValue(write.Key, out var item);
        if (isKnown && !write.Replaces(item!.Write))
            return true;
        var more = write.Snapshot.State.Length - (item?.Write.Snapshot.State.Length ?? 0);
        if (bytes + more > MaxBytes || (!isKnown && waiting.Count == MaxKeys))
            return false;
        bytes += more;
        if (isKnown)
        {
            item!.Write = write;
            return true;
        }

        waiting.Add(write.Key, new Item(write));
        order.Enqueue(write.Key);
        return true;
    }

    // The worker belongs to no save: nothing of the one that woke it flows into it.
    private void Start()
    {
        using (ExecutionContext.SuppressFlow())
            _ = Task.Run(RunAsync);
    }

    private async Task RunAsync()
    {
        while (TakeNext() is { } item)
        {
            await SnapshotTelemetry.WriteAsync(store, item.Write, CancellationToken.None).ConfigureAwait(false);
            item.Done.SetResult();
        }
    }

    private Item? TakeNext()
    {
        lock (gate)
        {
            writing = null;
            if (!order.TryDequeue(out var key))
            {
                isRunning = false;
                return null;
            }

            waiting.Remove(key, out writing);
            bytes -= writing!.Write.Snapshot.State.Length;
            return writing;
        }
    }

    /// <summary>What waits for one key, and whom to tell.</summary>
    private sealed class Item(SnapshotWrite write)
    {
        public SnapshotWrite Write { get; set; } = write;

        public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
