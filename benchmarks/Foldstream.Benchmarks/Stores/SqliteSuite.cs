using Foldstream.Sqlite;

namespace Foldstream.Benchmarks;

/// <summary>SQLite: WAL and synchronous=FULL on all sides.</summary>
internal static class SqliteSuite
{
    public static IEnumerable<IBenchmark> Workloads(SuiteRun run)
    {
        var folder = Directory.CreateTempSubdirectory("foldstream-benchmarks-");
        try
        {
            run.Tell(CommitLatency.OfSqlite(In("pulse.db")));
            using var same = new SqliteFloor(In("same.db"), guarantees: true);
            using var raw = new SqliteFloor(In("raw.db"), guarantees: false);
            using var toolkit = new ToolkitSide(Open("toolkit.db"), BenchmarksEvents.Model);
            foreach (var workload in StoreWorkloads.Of(same, raw, toolkit, Targets.SharedAppend))
                yield return workload;
            using var floor = new SqliteProjections(In("floor.db"));
            using var projections = new ToolkitProjections<SqliteEventStore>(Open("projections.db"));
            foreach (var workload in ProjectionWorkloads.Of(floor, projections, run.Options))
                yield return workload;
            foreach (var start in ColdStarts.Of(run, "sqlite", [In("start-floor.db")], [In("start-toolkit.db")]))
                yield return start;
            QuickStart.Measure(run);
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string In(string file) => Path.Combine(folder.FullName, file);

        SqliteEventStore Open(string file) => SqliteEventStore.OpenAsync(In(file)).AsTask().GetAwaiter().GetResult();
    }
}
