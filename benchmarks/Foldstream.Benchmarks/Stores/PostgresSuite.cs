using Foldstream.Postgres;

namespace Foldstream.Benchmarks;

/// <summary>PostgreSQL: one server, schemas side by side, the same connections on all sides.</summary>
internal static class PostgresSuite
{
    private const string SlowCommits = "at about 1 ms a commit";

    public static IEnumerable<IBenchmark> Workloads(SuiteRun run)
    {
        using var server = new PostgresServer();
        var suffix = Guid.NewGuid().ToString("N")[..8];
        run.Server = server.Version();
        var latency = CommitLatency.OfPostgres("a commit", server.Connection);
        run.Tell(latency);
        using var same = new PostgresFloor(server.Connection, $"same_{suffix}", guarantees: true);
        using var raw = new PostgresFloor(server.Connection, $"raw_{suffix}", guarantees: false);
        using var toolkit = new ToolkitSide(Open(server.Connection, $"toolkit_{suffix}"), BenchmarksEvents.Model);
        foreach (var workload in StoreWorkloads.Of(same, raw, toolkit, CommitLatency.IsSlow(latency) ? Targets.SharedAppend : Targets.Append with { Ratio = null }))
            yield return workload;
        if (!CommitLatency.IsSlow(latency))
        {
            foreach (var workload in OnSlowDisk(run, server.Connection, suffix))
                yield return workload;
        }

        using var floor = new PostgresProjections(server.Connection, $"floor_{suffix}");
        using var projections = new ToolkitProjections<PostgresEventStore>(Open(server.Connection, $"projections_{suffix}"));
        foreach (var workload in ProjectionWorkloads.Of(floor, projections, run.Options))
            yield return workload;
        foreach (var start in ColdStarts.Of(run, "postgres", [server.Connection, $"start_floor_{suffix}"], [server.Connection, $"start_{suffix}"]))
            yield return start;
    }

    // The server waits before it forces a commit to the disk, as a slower disk would make it wait.
    private static IEnumerable<IBenchmark> OnSlowDisk(SuiteRun run, string server, string suffix)
    {
        var name = $"append 1 with {StoreWorkloads.ManyCallers} callers {SlowCommits}";
        if (!run.Options.Wants(name))
            yield break;
        var connection = $"{server};Options=-c commit_delay=900 -c commit_siblings=0";
        run.Tell(CommitLatency.OfPostgres($"a commit, {SlowCommits}", connection));
        using var same = new PostgresFloor(connection, $"slow_same_{suffix}", guarantees: true);
        using var raw = new PostgresFloor(connection, $"slow_raw_{suffix}", guarantees: false);
        using var toolkit = new ToolkitSide(Open(connection, $"slow_toolkit_{suffix}"), BenchmarksEvents.Model);
        yield return new Workload(name, StoreWorkloads.AppendOfMany(same), StoreWorkloads.AppendOfMany(toolkit), StoreWorkloads.AppendOfMany(raw))
        {
            Target = Targets.SharedAppend,
        };
    }

    private static PostgresEventStore Open(string connection, string schema) => PostgresEventStore.OpenAsync(
        connection + ";Maximum Pool Size=32", new PostgresStoreOptions { Schema = schema }).AsTask().GetAwaiter().GetResult();
}
