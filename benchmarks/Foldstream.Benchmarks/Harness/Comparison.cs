using System.Globalization;

namespace Foldstream.Benchmarks;

/// <summary>What the rounds of one workload gave.</summary>
/// <param name="Name">The workload.</param>
/// <param name="Floor">Medians of the floor.</param>
/// <param name="Toolkit">Medians of the toolkit.</param>
/// <param name="Ratio">Throughput of the toolkit divided by that of the floor, the median of all rounds: higher is better.</param>
/// <param name="RawRatio">The same against the floor that guarantees less; null where there is none.</param>
/// <param name="Target">What was to be reached; null for nothing.</param>
internal sealed record Comparison(string Name, Measurement Floor, Measurement Toolkit, double Ratio, double? RawRatio, Target? Target)
{
    /// <summary>The same by the work of this process's processors alone; trust it more where others use the machine.</summary>
    public double? CpuRatio => Floor.CpuNanoseconds / Toolkit.CpuNanoseconds;

    /// <summary>How much an operation of the toolkit may allocate; null where that has no target.</summary>
    public double? MostBytes => Target?.MostBytes(Floor.Bytes);

    /// <summary>Whether the ratio is what was to be reached; null where it has no target.</summary>
    public bool? IsRatioMet => Target?.Ratio is { } least ? Ratio >= least : null;

    /// <summary>Whether the allocation is what was to be reached; null where it has no target.</summary>
    public bool? AreBytesMet => MostBytes is { } most ? Toolkit.Bytes <= most : null;

    public static string TableHead =>
        $"{"workload",-40} {"floor",11} {"toolkit",11} {"ratio",6} {"cpu",5} {"raw",5} {"target",6} {"",-6} {"floor B/op",10} {"toolkit B/op",12} {"target",8}";

    public string TableRow => string.Create(
        CultureInfo.InvariantCulture,
        $"{Name,-40} {Floor.Time,11} {Toolkit.Time,11} {Ratio,6:0.00} {CpuRatio,5:0.00} {RawRatio,5:0.00} {Target?.Ratio,6:0.00} {Verdict.Of(IsRatioMet),-6} {Floor.Bytes,10:0} {Toolkit.Bytes,12:0} {MostBytes,8:0} {Verdict.Of(AreBytesMet)}")
        .TrimEnd();

    public static Comparison Of(string name, List<Measurement> floor, List<Measurement> toolkit, List<Measurement> raw, Target? target) => new(
        name, Measurement.Median(floor), Measurement.Median(toolkit), MedianRatio(floor, toolkit), raw.Count == 0 ? null : MedianRatio(raw, toolkit), target);

    public string RatioLine(string suite) =>
        string.Create(CultureInfo.InvariantCulture, $"ratio {suite}/{Name.Replace(' ', '-')} {Ratio:0.000}");

    private static double MedianRatio(List<Measurement> floor, List<Measurement> toolkit) =>
        Measurement.Median(floor.Zip(toolkit, (by, than) => by.Nanoseconds / than.Nanoseconds));
}
