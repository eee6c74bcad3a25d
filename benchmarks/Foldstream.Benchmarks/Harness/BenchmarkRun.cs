namespace Foldstream.Benchmarks;

/// <summary>Runs the workloads of one suite against their floors and prints what came of it.</summary>
internal static class BenchmarkRun
{
    private const string Usage = "usage: dotnet run -c Release --project benchmarks/Foldstream.Benchmarks -- <suite> [--quick] [--only TEXT] [--json FILE]";

    private static readonly Dictionary<string, Func<BenchmarkOptions, IEnumerable<Workload>>> Suites = new(StringComparer.Ordinal)
    {
        ["core"] = _ => CoreSuite.Workloads(),
        ["sqlite"] = SqliteSuite.Workloads,
        ["postgres"] = PostgresSuite.Workloads,
        ["generator"] = _ => GeneratorSuite.Workloads(),
    };

    public static async Task<int> MainAsync(string[] arguments)
    {
        if (BenchmarkOptions.Parse(arguments) is not { } options || !Suites.TryGetValue(options.Suite, out var workloads))
        {
            await Console.Error.WriteLineAsync($"{Usage}\nsuites: {string.Join(", ", Suites.Keys)}");
            return 2;
        }

        Console.WriteLine($"{"workload",-44} {"floor",12} {"toolkit",12} {"ratio",7} {"cpu ratio",9} {"floor B/op",11} {"toolkit B/op",13} {"raw ratio",9}");
        var comparisons = new List<Comparison>();
        foreach (var workload in workloads(options).Where(workload => workload.Name.Contains(options.Only, StringComparison.Ordinal)))
        {
            var comparison = Comparison.Of(workload, options);
            comparisons.Add(comparison);
            Console.WriteLine(comparison.TableRow);
        }

        foreach (var comparison in comparisons)
            Console.WriteLine(comparison.RatioLine(options.Suite));
        if (options.JsonFile is { } file)
            await BenchmarkReport.WriteAsync(file, options.Suite, comparisons);
        return 0;
    }
}
