namespace Foldstream.Benchmarks;

/// <summary>The cold starts of one store: on the JIT, and compiled with NativeAOT.</summary>
internal static class ColdStarts
{
    private const string Project = "benchmarks/Foldstream.ColdStart";
    private const string Jit = "cold start JIT";
    private const string Native = "cold start AOT";

    /// <param name="run">Is told how much memory the native programs have.</param>
    /// <param name="store">The store.</param>
    /// <param name="floor">Where the floor's store is.</param>
    /// <param name="toolkit">Where the toolkit's store is.</param>
    public static IEnumerable<IBenchmark> Of(SuiteRun run, string store, string[] floor, string[] toolkit)
    {
        if (run.Options.Wants(Jit))
            yield return new ColdStart(Jit, OnJit([store, "floor", .. floor]), OnJit([store, "toolkit", .. toolkit]));
        if (!run.Options.Wants(Native))
            yield break;
        var program = NativePublish.Of(run, Project);
        var (byHand, byToolkit) = (new WholeProcess(program, [store, "floor", .. floor]), new WholeProcess(program, [store, "toolkit", .. toolkit]));
        yield return new ColdStart(Native, byHand, byToolkit);
        run.Tell(new Reading($"{Native}, peak resident memory of the floor", PeakOf(byHand), "MB"));
        run.Tell(new Reading($"{Native}, peak resident memory of the toolkit", PeakOf(byToolkit), "MB"));
    }

    /// <summary>The most of several runs: each is looked at from time to time only.</summary>
    public static double PeakOf(WholeProcess process) => Enumerable.Range(0, 5).Max(_ => process.PeakMegabytes());

    private static WholeProcess OnJit(string[] arguments)
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Repository.PathOf($"{Project}/bin/{configuration}/net10.0/{Path.GetFileName(Project)}.dll");
        return new WholeProcess("dotnet", [program, .. arguments]);
    }
}
