using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Foldstream.Sqlite;

/// <summary>One connection to the file: opened and configured by Microsoft.Data.Sqlite, then used through SQLite's own calls.</summary>
internal sealed class Connection : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly List<Statement> statements = [];

    private Connection(SqliteConnection connection, TimeSpan busyTimeout)
    {
        this.connection = connection;
        BusyTimeout = busyTimeout;
    }

    /// <summary>How long every statement waits at the most for the locks of other processes.</summary>
    public TimeSpan BusyTimeout { get; }

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
            _ = raw.sqlite3_extended_result_codes(opened.Handle!, 1);
            return new Connection(opened, busyTimeout);
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
        var statement = PrepareOnce(sql);
        statements.Add(statement);
        return statement;
    }

    /// <summary>Prepares a statement that its user disposes of.</summary>
    public Statement PrepareOnce(string sql) => new(Handle, sql, BusyTimeout);

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

    public void Dispose()
    {
        statements.ForEach(statement => statement.Dispose());
        connection.Dispose();
    }
}
