namespace Foldstream.Benchmarks;

/// <summary>What work costs in a store that grows: the same work at each size, ten times the events from size to size.</summary>
internal static class ScaleSuite
{
    public const string Name = "scale";

    /// <summary>The stores that grow, one after the other.</summary>
    public static IReadOnlyList<string> Stores { get; } = ["sqlite", "postgres"];

    public static async Task<IReadOnlyList<ScaleResult>> RunAsync(BenchmarkOptions options, Circumstances circumstances)
    {
        var results = new List<ScaleResult>();
        foreach (var name in Stores.Where(options.Wants))
        {
            await using var store = await OpenAsync(name);
            var started = circumstances.Now() with { Postgres = store.Server };
            Console.WriteLine($"\n{name}");
            var sizes = new List<ScaleSize>();
            foreach (var events in SizesOf(options))
            {
                var size = await ScaleRun.MeasureAsync(store, events, isFirst: sizes.Count == 0, options);
                sizes.Add(size);
                Console.WriteLine(size);
            }

            var result = new ScaleResult(name, started, sizes);
            foreach (var line in result.Lines())
                Console.WriteLine(line);
            Console.WriteLine($"{name} took {started.Elapsed.TotalSeconds:0} s");
            results.Add(result);
        }

        return results;
    }

    private static int[] SizesOf(BenchmarkOptions options) => options switch
    {
        { Long: true, Quick: true } => [10_000, 100_000, 1_000_000],
        { Long: true } => [10_000, 100_000, 1_000_000, 10_000_000],
        _ => [10_000, 100_000],
    };

    private static async Task<IGrowingStore> OpenAsync(string name) => name switch
    {
        "sqlite" => await GrowingStores.SqliteAsync(),
        "postgres" => await GrowingStores.PostgresAsync(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is no such store."),
    };
}
