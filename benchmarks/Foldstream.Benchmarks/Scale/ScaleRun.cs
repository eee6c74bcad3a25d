using System.Diagnostics;

namespace Foldstream.Benchmarks;

/// <summary>The work at one size of a store.</summary>
internal static class ScaleRun
{
    private const int EventsOfFeedPage = 1000;

    private const int Appends = 200;
    private const int Loads = 100;
    private const int FeedPages = 20;
    private const int WarmUps = 3;
    private const int FirstWarmUps = 25;

    // Where there is little to catch up with, it is done several times.
    private const int EventsCaughtUp = 300_000;

    public static async Task<ScaleSize> MeasureAsync(IGrowingStore store, int events, bool isFirst, BenchmarkOptions options)
    {
        var started = Stopwatch.GetTimestamp();
        await store.GrowAsync(events);
        var seeding = Stopwatch.GetElapsedTime(started);
        await store.SettleAsync();

        var warmUps = isFirst ? FirstWarmUps : WarmUps;
        var append = await MedianAsync(store.AppendAsync, Appends);
        // Reads are to meet a store at rest, too.
        await store.SettleAsync();
        var load = await MedianAsync(store.LoadAsync, Loads);
        var read = await MedianAsync(store.ReadFeedAsync, FeedPages) / EventsOfFeedPage;
        for (var warmUp = 0; isFirst && warmUp < warmUps; warmUp++)
            await store.CatchUpAsync();
        using var watch = new MemoryWatch();
        var projecting = new List<double>();
        for (var left = Math.Clamp(EventsCaughtUp / events, 1, 9); left > 0; left--)
        {
            var catchUp = await TimeAsync(store.CatchUpAsync, 1);
            projecting.Add((catchUp - await TimeAsync(store.StartAsync, 1)) / events);
        }

        return new ScaleSize(
            events,
            seeding.TotalSeconds,
            [
                new ScaleCost("append 1 event", append),
                new ScaleCost("load a stream of 100", load),
                new ScaleCost("read an event of the log", read),
                new ScaleCost("project an event", Measurement.Median(projecting)),
            ],
            watch.PeakHeapMegabytes,
            watch.PeakWorkingSetMegabytes);

        async Task<double> MedianAsync(Func<Task> work, int count)
        {
            var costs = new List<double>();
            // For the caches, and before all for the JIT.
            for (var round = -warmUps; round < options.Rounds; round++)
            {
                var cost = await TimeAsync(work, count);
                if (round >= 0)
                    costs.Add(cost);
            }

            return Measurement.Median(costs);
        }
    }

    private static async Task<double> TimeAsync(Func<Task> work, int count)
    {
        var started = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++)
            await work();
        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / count;
    }
}
