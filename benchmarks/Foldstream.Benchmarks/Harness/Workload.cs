namespace Foldstream.Benchmarks;

/// <summary>The same work done by hand and by the toolkit, in this process.</summary>
/// <param name="Name">What is done, and against which floor.</param>
/// <param name="Floor">Does it so many times by hand, with the same guarantees.</param>
/// <param name="Toolkit">Does it so many times with the toolkit.</param>
/// <param name="Raw">Does it so many times by hand with fewer guarantees; null where that makes no difference. It is reported and has no target.</param>
internal sealed record Workload(string Name, Action<int> Floor, Action<int> Toolkit, Action<int>? Raw = null) : IBenchmark
{
    /// <summary>What it is to reach; null for nothing.</summary>
    public Target? Target { get; init; }

    /// <summary>How many operations one measurement does, whatever the count that it is given; null where the harness finds out how many fit into its time.</summary>
    public int? Operations { get; init; }

    /// <summary>What is done before each round, unmeasured.</summary>
    public Action? Before { get; init; }

    /// <summary>What is done after each round, unmeasured: a check that the work was done.</summary>
    public Action? After { get; init; }

    public Comparison Compare(BenchmarkOptions options) => WorkloadRounds.Compare(this, options);
}
