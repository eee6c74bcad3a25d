using Foldstream.Sqlite;

namespace Foldstream.Benchmarks;

/// <summary>SQLite: WAL and synchronous=FULL on all sides.</summary>
internal static class SqliteSuite
{
    public static IEnumerable<Workload> Workloads(BenchmarkOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("foldstream-benchmarks-");
        try
        {
            using var same = new SqliteFloor(In("same.db"), guarantees: true);
            using var raw = new SqliteFloor(In("raw.db"), guarantees: false);
            using var toolkit = new ToolkitSide(Open("toolkit.db"));
            foreach (var workload in StoreWorkloads.Of(same, raw, toolkit))
                yield return workload;
            using var floor = new SqliteProjections(In("floor.db"));
            using var projections = new ToolkitProjections<SqliteEventStore>(Open("projections.db"));
            foreach (var workload in ProjectionWorkloads.Of(floor, projections, options))
                yield return workload;
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        string In(string file) => Path.Combine(folder.FullName, file);

        SqliteEventStore Open(string file) => SqliteEventStore.OpenAsync(In(file)).AsTask().GetAwaiter().GetResult();
    }
}
