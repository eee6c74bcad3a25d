using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Foldstream.Sqlite;

/// <summary>One connection to the file: opened and configured by Microsoft.Data.Sqlite, then used through SQLite's own calls.</summary>
internal sealed class Connection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<Statement> statements = [];

    private Connection(SqliteConnection connection) => this.connection = connection;

    private sqlite3 Handle => connection.Handle!;

    public bool InTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    public long LastInsertedRow => raw.sqlite3_last_insert_rowid(Handle);

    /// <summary>Opens the file, and creates it if it may.</summary>
    public static Connection Open(string path, TimeSpan busyTimeout, bool mayCreate)
    {
        Batteries_V2.Init();
        var settings = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = mayCreate ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            Pooling = false,
        };
        var opened = new SqliteConnection(settings.ConnectionString);
        try
        {
            opened.Open();
            Configure(opened.Handle!, busyTimeout);
            return new Connection(opened);
        }
        catch (SqliteException fault)
        {
            opened.Dispose();
            throw new SqliteFault(fault.SqliteExtendedErrorCode, fault.Message);
        }
    }

    /// <summary>Prepares a statement that lives as long as the connection.</summary>
    public Statement Prepare(string sql)
    {
        var statement = new Statement(Handle, sql);
        statements.Add(statement);
        return statement;
    }

    /// <summary>Prepares a statement that its user disposes of.</summary>
    public Statement PrepareOnce(string sql) => new(Handle, sql);

    /// <summary>Runs a statement once.</summary>
    public void Execute(string sql)
    {
        using var statement = PrepareOnce(sql);
        statement.Step();
    }

    /// <summary>Runs a statement once and gives the number in its first row.</summary>
    public long Query(string sql)
    {
        using var statement = PrepareOnce(sql);
        statement.Step();
        return statement.Int64(0);
    }

    public void SetBusyTimeout(TimeSpan busyTimeout) =>
        _ = raw.sqlite3_busy_timeout(Handle, (int)busyTimeout.TotalMilliseconds);

    public void Dispose()
    {
        statements.ForEach(statement => statement.Dispose());
        connection.Dispose();
    }

    private static void Configure(sqlite3 handle, TimeSpan busyTimeout)
    {
        _ = raw.sqlite3_extended_result_codes(handle, 1);
        _ = raw.sqlite3_busy_timeout(handle, (int)busyTimeout.TotalMilliseconds);
    }
}
