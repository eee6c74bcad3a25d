using System.Diagnostics;
using System.Globalization;

namespace Foldstream.Benchmarks;

/// <summary>Medians of rounds that alternate between floor and toolkit, so that a slow moment of the machine meets both.</summary>
internal sealed record Comparison(string Name, Measurement Floor, Measurement Toolkit, Measurement? Raw)
{
    /// <summary>Throughput of the toolkit divided by that of the floor: higher is better.</summary>
    public double Ratio => Floor.Nanoseconds / Toolkit.Nanoseconds;

    public string TableRow => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-44} {Format(Floor.Nanoseconds),12} {Format(Toolkit.Nanoseconds),12} {Ratio,7:0.00} {Floor.Bytes,11:0} {Toolkit.Bytes,13:0} {RawRatio,9:0.00}");

    /// <summary>The same against the floor that guarantees less; null where there is none.</summary>
    public double? RawRatio => Raw?.Nanoseconds / Toolkit.Nanoseconds;

    public static Comparison Of(Workload workload, int rounds, TimeSpan roundTime)
    {
        var operations = Math.Max(Calibrate(workload.Floor, roundTime), 1);
        Calibrate(workload.Toolkit, roundTime);
        if (workload.Raw is not null)
            Calibrate(workload.Raw, roundTime);
        var floor = new List<Measurement>();
        var toolkit = new List<Measurement>();
        var raw = new List<Measurement>();
        for (var round = 0; round < rounds; round++)
        {
            floor.Add(Measurement.Of(workload.Floor, operations));
            toolkit.Add(Measurement.Of(workload.Toolkit, operations));
            if (workload.Raw is not null)
                raw.Add(Measurement.Of(workload.Raw, operations));
        }

        return new Comparison(workload.Name, Measurement.Median(floor), Measurement.Median(toolkit), raw.Count == 0 ? null : Measurement.Median(raw));
    }

    public string RatioLine(string suite) =>
        string.Create(CultureInfo.InvariantCulture, $"ratio {suite}/{Name.Replace(' ', '-')} {Ratio:0.000}");

    // Long enough for the JIT to have compiled everything for good, on a busy machine too.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1.5);

    private static int Calibrate(Action<int> work, TimeSpan roundTime)
    {
        var operations = 1;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            var before = watch.Elapsed;
            work(operations);
            var took = watch.Elapsed - before;
            if (took >= roundTime / 2 && watch.Elapsed > WarmUp)
                return (int)(operations * (roundTime / took));
            if (took < roundTime / 2)
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
