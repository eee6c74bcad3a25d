using System.Diagnostics;
using System.Globalization;

namespace Foldstream.Benchmarks;

/// <summary>What rounds gave that alternate between floor and toolkit, so that a slow moment of the machine meets both.</summary>
/// <param name="Name">The workload.</param>
/// <param name="Floor">Medians of the floor.</param>
/// <param name="Toolkit">Medians of the toolkit.</param>
/// <param name="Ratio">Throughput of the toolkit divided by that of the floor, the median of all rounds: higher is better.</param>
/// <param name="RawRatio">The same against the floor that guarantees less; null where there is none.</param>
internal sealed record Comparison(string Name, Measurement Floor, Measurement Toolkit, double Ratio, double? RawRatio)
{
    /// <summary>The same by the work of this process's processors alone; trust it more where others use the machine.</summary>
    public double CpuRatio => Floor.CpuNanoseconds / Toolkit.CpuNanoseconds;

    public string TableRow => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-44} {Format(Floor.Nanoseconds),12} {Format(Toolkit.Nanoseconds),12} {Ratio,7:0.00} {CpuRatio,9:0.00} {Floor.Bytes,11:0} {Toolkit.Bytes,13:0} {RawRatio,9:0.00}");

    public static Comparison Of(Workload workload, BenchmarkOptions options)
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
            Measurement? without = workload.Raw is null ? null : Measurement.Of(workload.Raw, operations);
            workload.After?.Invoke();
            if (round == 0)
                continue;
            floor.Add(isFloorFirst ? first : second);
            toolkit.Add(isFloorFirst ? second : first);
            if (without is { } measured)
                raw.Add(measured);
        }

        return new Comparison(
            workload.Name, Measurement.Median(floor), Measurement.Median(toolkit), MedianRatio(floor, toolkit), raw.Count == 0 ? null : MedianRatio(raw, toolkit));
    }

    public string RatioLine(string suite) =>
        string.Create(CultureInfo.InvariantCulture, $"ratio {suite}/{Name.Replace(' ', '-')} {Ratio:0.000}");

    private static double MedianRatio(List<Measurement> floor, List<Measurement> toolkit) =>
        Measurement.Median(floor.Zip(toolkit, (by, than) => by.Nanoseconds / than.Nanoseconds));

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

    private static string Format(double nanoseconds) => nanoseconds switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds:0.0} ns"),
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000:0.0} us"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{nanoseconds / 1_000_000:0.0} ms"),
    };
}
