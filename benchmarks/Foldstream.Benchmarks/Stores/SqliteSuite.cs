using Foldstream.Sqlite;

namespace Foldstream.Benchmarks;

/// <summary>SQLite: WAL and synchronous=FULL on all sides.</summary>
internal static class SqliteSuite
{
    public static IEnumerable<Workload> Workloads()
    {
        var folder = Directory.CreateTempSubdirectory("foldstream-benchmarks-");
        try
        {
            using var same = new SqliteFloor(Path.Combine(folder.FullName, "same.db"), guarantees: true);
            using var raw = new SqliteFloor(Path.Combine(folder.FullName, "raw.db"), guarantees: false);
            using var toolkit = new ToolkitSide(SqliteEventStore.OpenAsync(Path.Combine(folder.FullName, "toolkit.db")).AsTask().GetAwaiter().GetResult());
            foreach (var workload in StoreWorkloads.Of(same, raw, toolkit))
                yield return workload;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
