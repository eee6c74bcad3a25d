using System.Diagnostics;

namespace Foldstream.Benchmarks;

/// <summary>How fast read models follow a log that is there already; an operation is one event.</summary>
internal static class ProjectionWorkloads
{
    private const int EventsOfStream = 50;

    public static IEnumerable<Workload> Of(IProjecting floor, IProjecting toolkit, BenchmarkOptions options)
    {
        var events = options.Quick ? 20_000 : 100_000;
        foreach (var side in (IProjecting[])[floor, toolkit])
            side.SeedAsync(events / EventsOfStream, events).GetAwaiter().GetResult();
        foreach (var (model, name) in ((ReadModel, string)[])[(ReadModel.Summaries, "single-stream"), (ReadModel.Totals, "counter")])
        {
            WarmUp(floor, model, options.WarmUp);
            WarmUp(toolkit, model, options.WarmUp);
            yield return new Workload($"catch up {name}", _ => Wait(floor.CatchUpAsync(model)), _ => Wait(toolkit.CatchUpAsync(model)))
            {
                Target = Targets.ReadModel,
                Operations = events,
                Before = () => Both(side => side.ForgetAsync(model)),
                After = () => Both(side => CheckAsync(side, model, events)),
            };
            yield return new Workload($"rebuild {name}", _ => Wait(floor.RebuildAsync(model)), _ => Wait(toolkit.RebuildAsync(model)))
            {
                Target = Targets.ReadModel,
                Operations = events,
                After = () => Both(side => CheckAsync(side, model, events)),
            };
        }

        void Both(Func<IProjecting, Task> work)
        {
            Wait(work(floor));
            Wait(work(toolkit));
        }
    }

    // Quick rounds are over before the JIT has compiled for good what they run: the one round that warms up work of a fixed size is too short for them.
    private static void WarmUp(IProjecting side, ReadModel model, TimeSpan time)
    {
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < time;)
        {
            Wait(side.ForgetAsync(model));
            Wait(side.CatchUpAsync(model));
            Wait(side.RebuildAsync(model));
        }
    }

    /// <summary>The commits of a seed: each adds two events to one of them, and they take turns.</summary>
    public static IEnumerable<(string Stream, long Expected)> Seed(int streams, int events)
    {
        for (var commit = 0; commit < events / 2; commit++)
            yield return ($"customer-{commit % streams}", (commit / streams * 2L) - 1);
    }

    private static async Task CheckAsync(IProjecting side, ReadModel model, int events)
    {
        var total = await side.TotalAsync(model);
        if (total != events * SampleOrder.Value.Total)
            throw new InvalidOperationException($"The read model says {total}, so its time means nothing.");
    }

    private static void Wait(Task task) => task.GetAwaiter().GetResult();
}
