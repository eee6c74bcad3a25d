namespace Foldstream.Benchmarks;

/// <summary>What a run of one suite gave.</summary>
/// <param name="Suite">Its name.</param>
/// <param name="Circumstances">When, where and of what it was measured.</param>
/// <param name="Readings">What it told beside its workloads.</param>
/// <param name="Workloads">What it compared.</param>
internal sealed record SuiteResult(string Suite, Circumstances Circumstances, IReadOnlyList<Reading> Readings, IReadOnlyList<Comparison> Workloads)
{
    /// <summary>The comparison of a workload; null where it was not measured.</summary>
    public Comparison? Find(string workload) => Workloads.FirstOrDefault(comparison => comparison.Name == workload);
}
