namespace Foldstream.Benchmarks;

/// <summary>The command line: runs what it names, and puts the results where it says.</summary>
internal static class BenchmarkRun
{
    private const string All = "all";
    private const string Docs = "docs";

    private static string Usage =>
        $"""
        usage: dotnet run -c Release --project benchmarks/Foldstream.Benchmarks -- <suite> [--quick] [--only TEXT] [--json FILE] [--docs]
        suites: {string.Join(", ", Suites.ByName.Keys)}; {All} of them; {ScaleSuite.Name} [--long]: stores that grow; {Docs}: writes docs/benchmarks.md again, of the last results
          --quick      fewer and shorter rounds
          --only TEXT  only workloads whose name contains it; of {ScaleSuite.Name}, only such stores
          --json FILE  writes the results there too
          --docs       keeps the results in {ResultFiles.Folder} and writes docs/benchmarks.md; not with --only, except for {ScaleSuite.Name}
          --long       stores of up to ten million events
        """;

    public static async Task<int> MainAsync(string[] arguments)
    {
        if (BenchmarkOptions.Parse(arguments) is not { } options || !IsSuite(options.Suite))
        {
            await Console.Error.WriteLineAsync(Usage);
            return 2;
        }

        var results = new List<SuiteResult>();
        var growths = new List<ScaleResult>();
        // What a suite writes is no change of what the next one measures.
        var circumstances = Circumstances.Here(options);
        if (options.Suite == ScaleSuite.Name)
            growths.AddRange(await ScaleSuite.RunAsync(options, circumstances));
        else if (options.Suite != Docs)
            results.AddRange(SuitesOf(options).Select(suite => Suites.Run(suite, options, circumstances.Now())));

        if (options.JsonFile is { } file)
            ResultFiles.Write(file, results, growths);
        if (options.Docs)
            ResultFiles.Keep(results, growths);
        if (options.Docs || options.Suite == Docs)
            BenchmarksPage.Write();
        return 0;
    }

    private static bool IsSuite(string name) => Suites.ByName.ContainsKey(name) || name is All or Docs or ScaleSuite.Name;

    private static IEnumerable<string> SuitesOf(BenchmarkOptions options) => options.Suite == All ? Suites.ByName.Keys : [options.Suite];
}
