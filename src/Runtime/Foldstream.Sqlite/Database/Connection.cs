using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Foldstream.Sqlite;

/// <summary>One connection to the file, used through SQLite's own calls; that of the writer is opened by Microsoft.Data.Sqlite, which can hand out its transactions.</summary>
internal sealed class Connection : IDisposable
{
    private readonly sqlite3 handle;
    private readonly SqliteConnection? shared;
    private readonly List<Statement> statements = [];
    private readonly StatementCache kept;

    private Connection(sqlite3 handle, SqliteConnection? shared, TimeSpan busyTimeout)
    {
        this.handle = handle;
        this.shared = shared;
        BusyTimeout = busyTimeout;
        kept = new StatementCache(PrepareOnce);
        _ = raw.sqlite3_extended_result_codes(handle, 1);
    }

    /// <summary>How long every statement waits at the most for the locks of other processes.</summary>
    public TimeSpan BusyTimeout { get; }

    /// <summary>SQLite's own object.</summary>
    public sqlite3 Handle => handle;

    public bool InTransaction => raw.sqlite3_get_autocommit(handle) == 0;

    /// <summary>How many rows the last statement changed.</summary>
    public long Changes => raw.sqlite3_changes(handle);

    public long LastInsertedRow => raw.sqlite3_last_insert_rowid(handle);

    /// <summary>Opens the file, and makes it where there is none, for the one who writes and may share a transaction with the user.</summary>
    public static Connection OpenToWrite(string path, TimeSpan busyTimeout)
    {
        Batteries_V2.Init();
        var settings = new SqliteConnectionStringBuilder { DataSource = Source(path), Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false };
        var opened = new SqliteConnection(settings.ConnectionString);
        try
        {
            opened.Open();
            return new Connection(opened.Handle!, opened, busyTimeout);
        }
        catch (SqliteException fault)
        {
            opened.Dispose();
            throw new SqliteFault(fault);
        }
    }

    /// <summary>Opens the file, which is there, for one user at a time: SQLite then takes no lock of its own for each of its calls.</summary>
    public static Connection OpenBeside(string path, TimeSpan busyTimeout)
    {
        var result = raw.sqlite3_open_v2(path, out var handle, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, ShortPauses.FileSystem);
        if (result == raw.SQLITE_OK)
            return new Connection(handle, null, busyTimeout);
        using (handle)
            throw new SqliteFault(raw.sqlite3_extended_errcode(handle), raw.sqlite3_errmsg(handle).utf8_to_string());
    }

    /// <summary>Prepares a statement that lives as long as the connection.</summary>
    public Statement Prepare(string sql)
    {
        var statement = PrepareOnce(sql);
        statements.Add(statement);
        return statement;
    }

    /// <summary>Prepares a statement that its user disposes of.</summary>
    public Statement PrepareOnce(string sql) => new(handle, sql, BusyTimeout);

    /// <summary>A statement that is kept as long as others do not push it out; begin its use before asking for another one.</summary>
    public Statement Kept(string sql) => kept[sql];

    /// <summary>Begins a transaction that can be handed to the user, as the one who writes.</summary>
    public SqliteTransaction BeginShared()
    {
        try
        {
            // Without a lock, which Microsoft.Data.Sqlite would wait for in its own way; a statement that writes nothing then takes it as all others do.
            var transaction = shared!.BeginTransaction(deferred: true);
            try
            {
                Execute("DELETE FROM foldstream_store WHERE 0");
                return transaction;
            }
            catch
            {
                transaction.Dispose();
                throw;
            }
        }
        catch (SqliteException fault)
        {
            throw new SqliteFault(fault);
        }
    }

    /// <summary>Commits what <see cref="BeginShared"/> began.</summary>
    public static void Commit(SqliteTransaction transaction)
    {
        try
        {
            transaction.Commit();
        }
        catch (SqliteException fault)
        {
            throw new SqliteFault(fault);
        }
    }

    /// <summary>Takes back what is left of what <see cref="BeginShared"/> began.</summary>
    public void RollBack(SqliteTransaction transaction)
    {
        // Where the user or SQLite has ended it already, the object may not know, and cannot do without something to roll back.
        if (!InTransaction)
            Execute("BEGIN");
        transaction.Dispose();
        // It knew.
        if (InTransaction)
            Execute("ROLLBACK");
    }

    /// <summary>Makes a function of two texts known to SQL; null is given and taken as null.</summary>
    public void Register(string name, Func<string, string, bool> function) => Check(raw.sqlite3_create_function(
        handle,
        name,
        2,
        raw.SQLITE_UTF8 | raw.SQLITE_DETERMINISTIC,
        function,
        static (context, data, arguments) =>
        {
            if (raw.sqlite3_value_type(arguments[0]) == raw.SQLITE_NULL || raw.sqlite3_value_type(arguments[1]) == raw.SQLITE_NULL)
                raw.sqlite3_result_null(context);
            else
                raw.sqlite3_result_int(context, ((Func<string, string, bool>)data)(Text(arguments[0]), Text(arguments[1])) ? 1 : 0);
        }));

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
        kept.Dispose();
        statements.ForEach(statement => statement.Dispose());
        shared?.Dispose();
        handle.Dispose();
    }

    // Microsoft.Data.Sqlite takes the way to files only as part of an address.
    private static string Source(string path) =>
        ShortPauses.FileSystem is { } fileSystem ? $"file:{Uri.EscapeDataString(path)}?vfs={fileSystem}" : path;

    private static string Text(sqlite3_value value) => Encoding.UTF8.GetString(raw.sqlite3_value_blob(value));

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw new SqliteFault(result, raw.sqlite3_errmsg(handle).utf8_to_string());
    }
}
