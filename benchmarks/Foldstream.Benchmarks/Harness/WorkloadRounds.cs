using System.Diagnostics;

namespace Foldstream.Benchmarks;

/// <summary>Rounds that alternate between floor and toolkit, so that a slow moment of the machine meets both.</summary>
internal static class WorkloadRounds
{
    public static Comparison Compare(Workload workload, BenchmarkOptions options)
    {
        var operations = workload.Operations ?? WarmUp(workload, options);
        var floor = new List<Measurement>();
        var toolkit = new List<Measurement>();
        var raw = new List<Measurement>();
        // The first round of work with a fixed size is its warm-up.
        for (var round = workload.Operations is null ? 1 : 0; round <= options.Rounds; round++)
        {
            workload.Before?.Invoke();
            // In turn, so that neither side always comes right after the other.
            var isFloorFirst = round % 2 == 0;
            var first = Measurement.Of(isFloorFirst ? workload.Floor : workload.Toolkit, operations);
            var second = Measurement.Of(isFloorFirst ? workload.Toolkit : workload.Floor, operations);
            var without = workload.Raw is null ? null : Measurement.Of(workload.Raw, operations);
            workload.After?.Invoke();
            if (round == 0)
                continue;
            floor.Add(isFloorFirst ? first : second);
            toolkit.Add(isFloorFirst ? second : first);
            if (without is not null)
                raw.Add(without);
        }

        return Comparison.Of(workload.Name, floor, toolkit, raw, workload.Target);
    }

    private static int WarmUp(Workload workload, BenchmarkOptions options)
    {
        var operations = Math.Max(Calibrate(workload.Floor, options), 1);
        Calibrate(workload.Toolkit, options);
        if (workload.Raw is not null)
            Calibrate(workload.Raw, options);
        return operations;
    }

    private static int Calibrate(Action<int> work, BenchmarkOptions options)
    {
        var operations = 1;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var before = watch.Elapsed;
            work(operations);
            var took = watch.Elapsed - before;
            if (took >= options.RoundTime / 2 && watch.Elapsed > options.WarmUp)
                return (int)(operations * (options.RoundTime / took));
            if (took < options.RoundTime / 2)
                operations *= 2;
        }
    }
}
