using System.Diagnostics;

namespace Foldstream.Benchmarks;

/// <summary>The work at one size of a store.</summary>
internal static class ScaleRun
{
    public const int EventsOfFeedPage = 1000;

    private const int Appends = 200;
    private const int Loads = 100;
    private const int FeedPages = 20;
    private const int WarmUps = 25;

    // Where there is little to catch up with, it is done several times.
    private const int EventsCaughtUp = 300_000;

    public static async Task<ScaleSize> MeasureAsync(IGrowingStore store, int events, bool isFirst, BenchmarkOptions options)
    {
        var started = Stopwatch.GetTimestamp();
        await store.GrowAsync(events);
        var seeding = Stopwatch.GetElapsedTime(started);

        var operations = new (string Name, int Count, Func<Task> Work, int Events)[]
        {
            ("append 1 event", Appends, store.AppendAsync, 1),
            ("load a stream of 100", Loads, store.LoadAsync, 1),
            ("read an event of the log", FeedPages, store.ReadFeedAsync, EventsOfFeedPage),
        };
        var costs = operations.Select(_ => new List<double>()).ToArray();
        // Once for the caches, and more often before all for the JIT.
        for (var round = -(isFirst ? WarmUps : 1); round < options.Rounds; round++)
        {
            foreach (var (number, operation) in operations.Index())
            {
                var cost = await TimeAsync(operation.Work, operation.Count) / operation.Events;
                if (round >= 0)
                    costs[number].Add(cost);
            }
        }

        for (var catchUp = 0; isFirst && catchUp < WarmUps; catchUp++)
            await store.CatchUpAsync();
        using var watch = new MemoryWatch();
        var projecting = new List<double>();
        for (var left = Math.Clamp(EventsCaughtUp / events, 1, 9); left > 0; left--)
            projecting.Add(await TimeAsync(store.CatchUpAsync, 1) / events);
        return new ScaleSize(
            events,
            seeding.TotalSeconds,
            [.. operations.Select((operation, number) => new ScaleCost(operation.Name, Measurement.Median(costs[number]))), new ScaleCost("project an event", Measurement.Median(projecting))],
            watch.PeakHeapMegabytes,
            watch.PeakWorkingSetMegabytes);
    }

    private static async Task<double> TimeAsync(Func<Task> work, int count)
    {
        var started = Stopwatch.GetTimestamp();
        for (var index = 0; index < count; index++)
            await work();
        return Stopwatch.GetElapsedTime(started).TotalNanoseconds / count;
    }
}
