using System.Collections.Concurrent;

namespace Foldstream.NativeWalk;

/// <summary>Documents are built anew beside the present ones, while what keeps them up to date runs.</summary>
internal static class Rebuilding
{
    public static async Task RunAsync<TStore>(TStore store)
        where TStore : class, IReadModelStore
    {
        var before = (await store.Documents<DeliveryView>().LoadAsync("full")).Value.Mark;
        await using var running = await store.RunAsync(run => run
            .Project<DeliveryView>(Lifecycle.Async, Projecting.Uncached)
            .Project<TownTotals>(Lifecycle.Inline));
        var steps = new Steps();
        await store.RebuildAsync<DeliveryView>(new RebuildOptions { Partitions = 2, BatchSize = 2, CachedDocuments = 0 }, steps);
        await store.RebuildAsync<TownTotals>();
        Check.That(steps.Seen.Last().IsFinished);
        Check.That(before != (await store.Documents<DeliveryView>().LoadAsync("full")).Value.Mark);
        await running.CaughtUpAsync();
        await Projecting.ReadBackAsync(store);
    }

    private sealed class Steps : IProgress<RebuildProgress>
    {
        public ConcurrentQueue<RebuildProgress> Seen { get; } = [];

        public void Report(RebuildProgress value) => Seen.Enqueue(value);
    }
}
