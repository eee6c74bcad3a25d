namespace Foldstream.Sqlite;

/// <summary>Makes a store of a new file, and refuses a file that is none; safe when several processes do it at once.</summary>
internal sealed class StoreSetup(Connection connection, StoreFaults faults)
{
    /// <summary>Brings the file into its final form where it is new; gives the identity of the store.</summary>
    public Guid Run()
    {
        var isStore = IsStore();
        UseWriteAheadLog();
        if (!isStore)
            Create();
        using var identity = connection.PrepareOnce("SELECT identity FROM foldstream_store");
        identity.Step();
        return identity.Guid(0);
    }

    private void Create()
    {
        connection.Execute("BEGIN IMMEDIATE");
        try
        {
            // Another process may have been faster.
            if (!HoldsStore())
                CreateTables();
            connection.Execute("COMMIT");
        }
        finally
        {
            if (connection.InTransaction)
                connection.Execute("ROLLBACK");
        }
    }

    private void CreateTables()
    {
        foreach (var statement in StoreSchema.Create)
            connection.Execute(statement);
        using var identity = connection.PrepareOnce("INSERT INTO foldstream_store (identity) VALUES (?1)");
        identity.Bind(1, Guid.CreateVersion7(TimeProvider.System.GetUtcNow()));
        identity.Step();
    }

    private bool IsStore()
    {
        // One transaction, so that the three facts are of one moment.
        connection.Execute("BEGIN");
        try
        {
            return HoldsStore();
        }
        finally
        {
            connection.Execute("ROLLBACK");
        }
    }

    private bool HoldsStore()
    {
        var tables = connection.Query("SELECT count(*) FROM sqlite_master");
        var application = connection.Query("PRAGMA application_id");
        var version = connection.Query("PRAGMA user_version");
        return (tables, application, version) switch
        {
            (_, StoreSchema.ApplicationId, StoreSchema.Version) => true,
            (_, StoreSchema.ApplicationId, > StoreSchema.Version) => throw TooNew(version),
            (0, 0, 0) => false,
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
