namespace Foldstream.Sqlite;

/// <summary>Makes a store of a new file, brings an old one up to date, and refuses a file that is none; safe when several processes do it at once.</summary>
internal sealed class StoreSetup(Connection connection, StoreFaults faults)
{
    /// <summary>Brings the file into its final form where it is new; gives the identity of the store.</summary>
    public Guid Run()
    {
        var version = InOneTransaction("BEGIN", FindVersion);
        UseWriteAheadLog();
        if (version < StoreSchema.Version)
            InOneTransaction("BEGIN IMMEDIATE", BringUpToDate);
        using var identity = connection.PrepareOnce("SELECT identity FROM foldstream_store");
        identity.Step();
        return identity.Guid(0);
    }

    private long BringUpToDate()
    {
        // Another process may have been faster.
        var version = FindVersion();
        if (version < 1)
            CreateTables();
        if (version < 2)
            AddReadModels();
        return version;
    }

    private void CreateTables()
    {
        Execute(StoreSchema.Version1);
        using var identity = connection.PrepareOnce("INSERT INTO foldstream_store (identity) VALUES (?1)");
        identity.Bind(1, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        identity.Step();
    }

    private void AddReadModels()
    {
        Execute(StoreSchema.Version2);
        var streams = new StreamsByNumber(connection);
        using var numbers = connection.PrepareOnce("SELECT stream FROM foldstream_streams ORDER BY stream");
        using var fill = connection.PrepareOnce("UPDATE foldstream_streams SET partition = ?2 WHERE stream = ?1");
        while (numbers.Step())
        {
            using var use = fill.Begin();
            fill.Bind(1, numbers.Int64(0));
            fill.Bind(2, StreamPartition.Of(streams[numbers.Int64(0)]));
            fill.Step();
        }
    }

    private void Execute(string[] statements)
    {
        foreach (var statement in statements)
            connection.Execute(statement);
    }

    private long InOneTransaction(string begin, Func<long> work)
    {
        connection.Execute(begin);
        try
        {
            var result = work();
            connection.Execute("COMMIT");
            return result;
        }
        finally
        {
            if (connection.InTransaction)
                connection.Execute("ROLLBACK");
        }
    }

    /// <summary>The version of the tables; 0 where there are none yet. In one transaction, so that the facts are of one moment.</summary>
    private long FindVersion()
    {
        var tables = connection.Query("SELECT count(*) FROM sqlite_master");
        var application = connection.Query("PRAGMA application_id");
        var version = connection.Query("PRAGMA user_version");
        return (tables, application, version) switch
        {
            (0, 0, 0) when connection.Query("SELECT encoding = 'UTF-8' FROM pragma_encoding") == 0 => throw new IncompatibleStoreException(
                faults.Path, faults.ForeignMessage("it was made to keep text as UTF-16, and a store sorts by UTF-8")),
            (0, 0, 0) => 0,
            (_, StoreSchema.ApplicationId, > StoreSchema.Version) => throw TooNew(version),
            (_, StoreSchema.ApplicationId, > 0) => version,
            _ => throw new IncompatibleStoreException(faults.Path, faults.ForeignMessage("it is the SQLite file of something else")),
        };
    }

    private IncompatibleStoreException TooNew(long version) => new(
        faults.Path,
        $"Store '{faults.Path}' has version {version} of the tables, and this package knows them up to version {StoreSchema.Version}: "
            + "raise the package Foldstream.Sqlite to the version that wrote the file.");

    private void UseWriteAheadLog()
    {
        using var mode = connection.PrepareOnce("PRAGMA journal_mode = WAL");
        mode.Step();
        if (mode.Text(0) is var actual && actual != "wal")
            throw new StoreUnavailableException(
                faults.Path,
                $"Store '{faults.Path}' cannot use a write-ahead log, only '{actual}': put it on a local disk, where processes share memory.");
    }
}
