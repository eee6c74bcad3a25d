using System.Diagnostics;

namespace Foldstream.Benchmarks;

/// <summary>One suite while it runs: what it was asked for, and what it tells beside its workloads.</summary>
internal sealed class SuiteRun(BenchmarkOptions options)
{
    private readonly List<Reading> readings = [];

    public BenchmarkOptions Options { get; } = options;

    /// <summary>What was told so far.</summary>
    public IReadOnlyList<Reading> Readings => readings;

    /// <summary>The version of the server, where the suite has one.</summary>
    public string? Server { get; set; }

    /// <summary>How long programs were prepared that are kept for the next run.</summary>
    public TimeSpan Preparing { get; private set; }

    public void Tell(Reading reading)
    {
        readings.Add(reading);
        Console.WriteLine(reading);
    }

    /// <summary>Does something that the next run need not do again.</summary>
    public void Prepare(string what, Action work)
    {
        Console.WriteLine($"{what} …");
        var started = Stopwatch.GetTimestamp();
        work();
        var took = Stopwatch.GetElapsedTime(started);
        Preparing += took;
        Console.WriteLine($"… took {took.TotalSeconds:0} s, and is not done again before a source changes");
    }
}
