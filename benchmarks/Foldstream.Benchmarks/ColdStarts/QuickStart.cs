namespace Foldstream.Benchmarks;

/// <summary>The sample of the README, published with NativeAOT, as a newcomer runs it: it makes a new file, appends twice, loads, prints and ends.</summary>
internal static class QuickStart
{
    private const string Name = "QuickStart on SQLite, AOT";
    private const double MostMilliseconds = 30;
    private const double MostMegabytes = 30;

    public static void Measure(SuiteRun run)
    {
        if (!run.Options.Wants(Name))
            return;
        var sample = new WholeProcess(NativePublish.Of(run, "samples/QuickStart"), []);
        sample.Time();
        var times = Enumerable.Range(0, run.Options.Rounds).Select(_ => sample.Time().TotalMilliseconds).ToList();
        run.Tell(new Reading($"{Name}, from start to end", Measurement.Median(times), "ms", MostMilliseconds));
        run.Tell(new Reading($"{Name}, peak resident memory", ColdStarts.PeakOf(sample), "MB", MostMegabytes));
    }
}
