using SQLitePCL;

namespace Foldstream.Benchmarks;

/// <summary>SQLite's own calls, as the floors use them.</summary>
internal static class Sqlite
{
    // As careful as the toolkit: an acknowledged commit survives a loss of power, and checkpoints are few and large.
    private const string Settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000; PRAGMA wal_autocheckpoint = 4000";

    public static sqlite3 Open(string path)
    {
        Batteries_V2.Init();
        Check(raw.sqlite3_open(path, out var connection));
        Execute(connection, Settings);
        return connection;
    }

    public static void Execute(sqlite3 connection, string sql) => Check(raw.sqlite3_exec(connection, sql));

    public static sqlite3_stmt Prepare(sqlite3 connection, string sql)
    {
        Check(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return statement;
    }

    /// <summary>Runs a statement to its end; gives whether there was a row.</summary>
    public static bool Run(sqlite3_stmt statement)
    {
        var result = raw.sqlite3_step(statement);
        if (result is not raw.SQLITE_DONE and not raw.SQLITE_ROW)
            Check(result);
        Check(raw.sqlite3_reset(statement));
        return result == raw.SQLITE_ROW;
    }

    public static void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw new InvalidOperationException($"SQLite answers {result}.");
    }

    public static long Microseconds(DateTime time) => (time - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond;
}
