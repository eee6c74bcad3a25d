namespace Foldstream.Sqlite;

/// <summary>A store's open file: the one writer, the readers and the watch, each with connections of its own.</summary>
internal sealed class OpenFile
{
    // Pages of 4 KiB: fewer and larger checkpoints than SQLite's 1,000 make appends faster.
    private const int PagesBetweenCheckpoints = 4000;

    private OpenFile(Connection writing, StoreFaults faults, SqliteStoreOptions options)
    {
        Identity = new StoreSetup(writing, faults).Run();
        writing.Execute($"PRAGMA synchronous = {(options.Durability == Durability.Full ? "FULL" : "NORMAL")}");
        writing.Execute($"PRAGMA wal_autocheckpoint = {PagesBetweenCheckpoints}");
        Writing = writing;
        Writer = new StoreWriter(writing, Identity, options);
        Faults = faults;
        Commits = new GroupCommit(writing, Writer, faults);
        Readers = new ReaderPool(OpenAnother, Identity, faults, options);
        Watch = new ChangeWatch(OpenAnother(), faults, options.ChangePollingInterval, options.Store.Clock);
        Queue = new WriteQueue(Commits, Watch.Wake, options.QueueCapacity);

        Connection OpenAnother() => Connection.OpenBeside(faults.Path, options.BusyTimeout);
    }

    public Guid Identity { get; }

    public Connection Writing { get; }

    public StoreWriter Writer { get; }

    public StoreFaults Faults { get; }

    public ReaderPool Readers { get; }

    public ChangeWatch Watch { get; }

    public GroupCommit Commits { get; }

    public WriteQueue Queue { get; }

    public static OpenFile Open(string path, SqliteStoreOptions options)
    {
        var faults = new StoreFaults(path, options);
        Connection? writing = null;
        try
        {
            writing = Connection.OpenToWrite(path, options.BusyTimeout);
            return new OpenFile(writing, faults, options);
        }
        catch (SqliteFault fault)
        {
            writing?.Dispose();
            throw faults.Explain(fault);
        }
        catch
        {
            writing?.Dispose();
            throw;
        }
    }

    public async Task CloseAsync()
    {
        await Queue.CompleteAsync().ConfigureAwait(false);
        await Watch.DisposeAsync().ConfigureAwait(false);
        await Readers.DisposeAsync().ConfigureAwait(false);
        Checkpoint();
        Writing.Dispose();
    }

    private void Checkpoint()
    {
        try
        {
            // While others read, the write-ahead log stays: whoever comes last moves it.
            Writing.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        catch (SqliteFault)
        {
            // Nothing is lost: the next one who opens the file finds the log beside it.
        }
    }
}
