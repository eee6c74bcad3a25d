namespace Foldstream.Benchmarks;

/// <summary>The suites that compare with floors.</summary>
internal static class Suites
{
    public static IReadOnlyDictionary<string, Func<SuiteRun, IEnumerable<IBenchmark>>> ByName { get; } =
        new Dictionary<string, Func<SuiteRun, IEnumerable<IBenchmark>>>(StringComparer.Ordinal)
        {
            ["core"] = _ => CoreSuite.Workloads(),
            ["sqlite"] = SqliteSuite.Workloads,
            ["postgres"] = PostgresSuite.Workloads,
            ["generator"] = _ => GeneratorSuite.Workloads(),
        };

    /// <summary>Runs one of them, and prints what comes of it.</summary>
    public static SuiteResult Run(string name, BenchmarkOptions options, Circumstances circumstances)
    {
        var run = new SuiteRun(options);
        Console.WriteLine($"\n{Comparison.TableHead}");
        var comparisons = new List<Comparison>();
        foreach (var benchmark in ByName[name](run).Where(benchmark => options.Wants(benchmark.Name)))
        {
            var comparison = benchmark.Compare(options);
            comparisons.Add(comparison);
            Console.WriteLine(comparison.TableRow);
        }

        foreach (var comparison in comparisons)
            Console.WriteLine(comparison.RatioLine(name));
        Console.WriteLine($"{name} took {(circumstances.Elapsed - run.Preparing).TotalSeconds:0} s{(run.Preparing > TimeSpan.Zero ? $", and {run.Preparing.TotalSeconds:0} s to publish what is kept" : "")}");
        return new SuiteResult(name, circumstances with { Postgres = run.Server }, run.Readings, comparisons);
    }
}
