using System.Diagnostics;

namespace Foldstream.Benchmarks;

/// <summary>What one operation costs.</summary>
/// <param name="Nanoseconds">Its time.</param>
/// <param name="CpuNanoseconds">How long processors work for it in this process: what is left of a time where others keep the machine busy.</param>
/// <param name="Bytes">What the whole process allocates for it.</param>
internal readonly record struct Measurement(double Nanoseconds, double CpuNanoseconds, double Bytes)
{
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
        Median(measurements.Select(measurement => measurement.CpuNanoseconds)),
        Median(measurements.Select(measurement => measurement.Bytes)));

    public static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
