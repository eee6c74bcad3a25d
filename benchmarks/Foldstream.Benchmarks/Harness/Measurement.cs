using System.Diagnostics;
using System.Globalization;

namespace Foldstream.Benchmarks;

/// <summary>What one operation costs.</summary>
/// <param name="Nanoseconds">Its time.</param>
/// <param name="CpuNanoseconds">How long processors work for it in this process: what is left of a time where others keep the machine busy. Null for other processes.</param>
/// <param name="Bytes">What the whole process allocates for it; null for other processes.</param>
internal sealed record Measurement(double Nanoseconds, double? CpuNanoseconds = null, double? Bytes = null)
{
    /// <summary>The time, for people.</summary>
    public string Time => Nanoseconds switch
    {
        < 10_000 => string.Create(CultureInfo.InvariantCulture, $"{Nanoseconds:0.0} ns"),
        < 10_000_000 => string.Create(CultureInfo.InvariantCulture, $"{Nanoseconds / 1_000:0.0} us"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Nanoseconds / 1_000_000:0.0} ms"),
    };

    public static Measurement Of(Action<int> work, int operations)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var worked = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        work(operations);
        var took = Stopwatch.GetElapsedTime(started);
        worked = Environment.CpuUsage.TotalTime - worked;
        return new Measurement(
            took.TotalNanoseconds / operations,
            worked.TotalNanoseconds / operations,
            (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)operations);
    }

    public static Measurement Median(List<Measurement> measurements) => new(
        Median(measurements.Select(measurement => measurement.Nanoseconds)),
        MedianOfKnown(measurements.Select(measurement => measurement.CpuNanoseconds)),
        MedianOfKnown(measurements.Select(measurement => measurement.Bytes)));

    public static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

    private static double? MedianOfKnown(IEnumerable<double?> values) => values.OfType<double>().ToList() is { Count: > 0 } known ? Median(known) : null;
}
