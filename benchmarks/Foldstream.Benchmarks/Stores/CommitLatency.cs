using System.Diagnostics;
using Npgsql;

namespace Foldstream.Benchmarks;

/// <summary>How long a commit of one small row takes, the median of many: what an append can never be faster than.</summary>
internal static class CommitLatency
{
    private const int Commits = 200;

    /// <summary>From this on, a commit takes about a millisecond.</summary>
    private const double Slow = 0.7;

    public static Reading OfSqlite(string path)
    {
        using var connection = Sqlite.Open(path);
        Sqlite.Execute(connection, "CREATE TABLE pulse (at INTEGER)");
        using var insert = Sqlite.Prepare(connection, "INSERT INTO pulse VALUES (1)");
        return Of("a commit", () => Sqlite.Run(insert));
    }

    public static Reading OfPostgres(string name, string connection)
    {
        using var source = NpgsqlDataSource.Create(connection);
        using var opened = source.OpenConnection();
        using var create = new NpgsqlCommand("CREATE TABLE IF NOT EXISTS foldstream_pulse (at timestamptz)", opened);
        create.ExecuteNonQuery();
        using var insert = new NpgsqlCommand("INSERT INTO foldstream_pulse VALUES (now())", opened);
        var latency = Of(name, () => insert.ExecuteNonQuery());
        using var drop = new NpgsqlCommand("DROP TABLE foldstream_pulse", opened);
        drop.ExecuteNonQuery();
        return latency;
    }

    /// <summary>Whether commits are so slow that sharing them is to pay.</summary>
    public static bool IsSlow(Reading latency) => latency.Value >= Slow;

    private static Reading Of(string name, Action commit)
    {
        var times = new List<double>();
        for (var index = 0; index < Commits; index++)
        {
            var started = Stopwatch.GetTimestamp();
            commit();
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        return new Reading(name, Measurement.Median(times), "ms");
    }
}
