using System.Diagnostics;
using System.Globalization;
using Foldstream.Postgres;
using Npgsql;

namespace Foldstream.Benchmarks;

/// <summary>PostgreSQL: one server, three schemas, the same connections on all sides.</summary>
internal static class PostgresSuite
{
    public static IEnumerable<Workload> Workloads(BenchmarkOptions options)
    {
        using var server = new PostgresServer();
        var suffix = Guid.NewGuid().ToString("N")[..8];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"a commit takes {CommitLatency(server.Connection).TotalMilliseconds:0.00} ms (median)"));
        using var same = new PostgresFloor(server.Connection, $"same_{suffix}", guarantees: true);
        using var raw = new PostgresFloor(server.Connection, $"raw_{suffix}", guarantees: false);
        using var toolkit = new ToolkitSide(Open($"toolkit_{suffix}"));
        foreach (var workload in StoreWorkloads.Of(same, raw, toolkit))
            yield return workload;
        using var floor = new PostgresProjections(server.Connection, $"floor_{suffix}");
        using var projections = new ToolkitProjections<PostgresEventStore>(Open($"projections_{suffix}"));
        foreach (var workload in ProjectionWorkloads.Of(floor, projections, options))
            yield return workload;

        PostgresEventStore Open(string schema) => PostgresEventStore.OpenAsync(
            server.Connection + ";Maximum Pool Size=32", new PostgresStoreOptions { Schema = schema }).AsTask().GetAwaiter().GetResult();
    }

    private static TimeSpan CommitLatency(string connection)
    {
        using var source = NpgsqlDataSource.Create(connection);
        using var opened = source.OpenConnection();
        using var create = new NpgsqlCommand("CREATE TABLE IF NOT EXISTS foldstream_pulse (at timestamptz)", opened);
        create.ExecuteNonQuery();
        using var insert = new NpgsqlCommand("INSERT INTO foldstream_pulse VALUES (now())", opened);
        var times = new List<TimeSpan>();
        for (var index = 0; index < 200; index++)
        {
            var started = Stopwatch.GetTimestamp();
            insert.ExecuteNonQuery();
            times.Add(Stopwatch.GetElapsedTime(started));
        }

        using var drop = new NpgsqlCommand("DROP TABLE foldstream_pulse", opened);
        drop.ExecuteNonQuery();
        return times.Order().ElementAt(times.Count / 2);
    }
}
