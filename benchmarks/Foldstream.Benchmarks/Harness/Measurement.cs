using System.Diagnostics;

namespace Foldstream.Benchmarks;

/// <summary>What one operation costs.</summary>
/// <param name="Nanoseconds">Its time.</param>
/// <param name="Bytes">What the whole process allocates for it.</param>
internal readonly record struct Measurement(double Nanoseconds, double Bytes)
{
    public static Measurement Of(Action<int> work, int operations)
    {
        GC.Collect();
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var started = Stopwatch.GetTimestamp();
        work(operations);
        var took = Stopwatch.GetElapsedTime(started);
        return new Measurement(
            took.TotalNanoseconds / operations, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / (double)operations);
    }

    public static Measurement Median(List<Measurement> measurements) => new(
        Median(measurements.Select(measurement => measurement.Nanoseconds)),
        Median(measurements.Select(measurement => measurement.Bytes)));

    public static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
}
