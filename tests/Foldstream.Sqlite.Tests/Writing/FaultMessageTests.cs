using SQLitePCL;

namespace Foldstream.Sqlite.Tests;

public sealed class FaultMessageTests
{
    private static readonly StoreFaults Faults = new("/data/bank.db", SqliteStoreOptions.Default);

    [Theory]
    [InlineData(raw.SQLITE_BUSY, typeof(StoreBusyException), "BusyTimeout (30 s)")]
    [InlineData(raw.SQLITE_BUSY_SNAPSHOT, typeof(StoreBusyException), "BusyTimeout (30 s)")]
    [InlineData(raw.SQLITE_LOCKED, typeof(StoreBusyException), "BusyTimeout (30 s)")]
    [InlineData(raw.SQLITE_NOTADB, typeof(IncompatibleStoreException), "Give the store a file of its own")]
    [InlineData(raw.SQLITE_CORRUPT, typeof(CorruptStoreException), "restore it from a backup")]
    [InlineData(raw.SQLITE_FULL, typeof(StoreUnavailableException), "free space on its disk")]
    [InlineData(raw.SQLITE_READONLY, typeof(StoreUnavailableException), "the right to write the file and its folder")]
    [InlineData(raw.SQLITE_CANTOPEN, typeof(StoreUnavailableException), "check that its folder exists")]
    [InlineData(raw.SQLITE_PERM, typeof(StoreUnavailableException), "check that its folder exists")]
    [InlineData(raw.SQLITE_IOERR_FSYNC, typeof(StoreUnavailableException), "repeat it with the same event ids")]
    [InlineData(raw.SQLITE_TOOBIG, typeof(StoreUnavailableException), "keep such content elsewhere")]
    [InlineData(raw.SQLITE_MISUSE, typeof(StoreUnavailableException), "code 21")]
    public void Every_fault_names_the_file_and_the_way_out(int code, Type error, string wayOut)
    {
        var fault = new SqliteFault(code, "as SQLite says it");

        var explained = Faults.Explain(fault);

        Assert.IsType(error, explained);
        Assert.Contains("'/data/bank.db'", explained.Message, StringComparison.Ordinal);
        Assert.Contains(wayOut, explained.Message, StringComparison.Ordinal);
        Assert.Same(fault, explained.InnerException);
    }
}
