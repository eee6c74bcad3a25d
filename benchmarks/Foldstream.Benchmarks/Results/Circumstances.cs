using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Serialization;
using SQLitePCL;

namespace Foldstream.Benchmarks;

/// <summary>When, where and of what something was measured.</summary>
internal sealed record Circumstances(
    DateTimeOffset At, string Commit, bool IsTreeClean, string Processor, int Cores, double MemoryGiB, string System, string DotNet, string Sqlite, string? Postgres, int Rounds, bool IsQuick)
{
    private long Started { get; init; } = Stopwatch.GetTimestamp();

    /// <summary>How long ago it began.</summary>
    [JsonIgnore]
    public TimeSpan Elapsed => Stopwatch.GetElapsedTime(Started);

    /// <summary>The sentence that stands above the figures.</summary>
    [JsonIgnore]
    public string Sentence => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Measured {At:yyyy-MM-dd HH:mm} UTC{(IsQuick ? " in a quick run" : "")}, {Rounds} rounds, at commit {Commit}{(IsTreeClean ? "" : " with changes that are not committed")}:
        {Processor}, {Cores} cores, {MemoryGiB:0.0} GiB; {System}; {DotNet}; SQLite {Sqlite}{(Postgres is null ? "" : $"; PostgreSQL {Postgres}")}.
        """);

    public static Circumstances Here(BenchmarkOptions options)
    {
        Batteries_V2.Init();
        return new Circumstances(
            DateTimeOffset.UtcNow,
            Repository.Run("git", "rev-parse", "--short=12", "HEAD"),
            // Results and what is written of them are no change of what was measured.
            Repository.Run("git", "status", "--porcelain", "--", ".", ":!docs", ":!README.md", $":!{ResultFiles.Folder}").Length == 0,
            ProcessorName(),
            Environment.ProcessorCount,
            GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (double)(1 << 30),
            RuntimeInformation.OSDescription,
            RuntimeInformation.FrameworkDescription,
            raw.sqlite3_libversion().utf8_to_string(),
            null,
            options.Rounds,
            options.Quick);
    }

    /// <summary>The same for what begins now.</summary>
    public Circumstances Now() => this with { At = DateTimeOffset.UtcNow, Started = Stopwatch.GetTimestamp() };

    private static string ProcessorName()
    {
        const string Facts = "/proc/cpuinfo";
        var line = File.Exists(Facts) ? File.ReadLines(Facts).FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal)) : null;
        return line?.Split(':', 2)[1].Trim() ?? RuntimeInformation.ProcessArchitecture.ToString();
    }
}
