using SQLitePCL;

namespace Foldstream.Sqlite.Tests;

/// <summary>Counts what SQLite does on a connection, however long it takes: steps of its virtual machine, and pages that it looks at.</summary>
internal sealed class WorkMeter
{
    private const int EveryStep = 1;

    private readonly sqlite3 connection;
    private long steps;

    public WorkMeter(Connection connection)
    {
        this.connection = connection.Handle;
        raw.sqlite3_progress_handler(this.connection, EveryStep, _ => Count(), this);
        Pages();
    }

    /// <summary>What was done since the last time.</summary>
    public (long Steps, long Pages) Read()
    {
        var read = (steps, Pages());
        steps = 0;
        return read;
    }

    private int Count()
    {
        steps++;
        return 0;
    }

    private long Pages() => Pages(raw.SQLITE_DBSTATUS_CACHE_HIT) + Pages(raw.SQLITE_DBSTATUS_CACHE_MISS);

    private int Pages(int status)
    {
        Assert.Equal(raw.SQLITE_OK, raw.sqlite3_db_status(connection, status, out var current, out _, resetFlg: 1));
        return current;
    }
}
