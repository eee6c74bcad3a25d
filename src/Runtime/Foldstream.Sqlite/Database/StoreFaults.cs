using SQLitePCL;

namespace Foldstream.Sqlite;

/// <summary>Says what a fault of SQLite means for the one who uses the store, and what to do.</summary>
internal sealed class StoreFaults(string path, SqliteStoreOptions options)
{
    public string Path => path;

    public FoldstreamException Explain(SqliteFault fault) => fault.Code switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => new StoreBusyException(path, options.BusyTimeout, BusyMessage, fault),
        raw.SQLITE_NOTADB => new IncompatibleStoreException(path, ForeignMessage("it is no SQLite file"), fault),
        raw.SQLITE_CORRUPT => new CorruptStoreException(
            path,
            $"Store '{path}' is damaged ({fault.Message}): restore it from a backup, or save what can be read with the command "
                + "'.recover' of the sqlite3 tool.",
            fault),
        _ => new StoreUnavailableException(path, $"Store '{path}' {Trouble(fault)}", fault),
    };

    public string ForeignMessage(string finding) =>
        $"'{path}' is not an event store: {finding}. Give the store a file of its own; a path where there is no file yet makes a new one.";

    private string BusyMessage =>
        $"Store '{path}' was locked by others for longer than {nameof(SqliteStoreOptions)}.{nameof(SqliteStoreOptions.BusyTimeout)} "
        + $"({options.BusyTimeout.TotalSeconds} s), and nothing was stored: find who keeps a transaction open on the file, or wait longer.";

    private static string Trouble(SqliteFault fault) => fault.Code switch
    {
        raw.SQLITE_FULL => "has no space left, and nothing was stored: free space on its disk and append again.",
        raw.SQLITE_READONLY => "cannot be written: give the process the right to write the file and its folder, "
            + "where SQLite keeps two more files beside it.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_PERM or raw.SQLITE_AUTH =>
            "cannot be opened: check that its folder exists and that the process may read and write there.",
        raw.SQLITE_IOERR => $"cannot be read or written ({fault.Message}, code {fault.ExtendedCode}): check its disk. "
            + "Whether an append was stored is open; repeat it with the same event ids.",
        raw.SQLITE_TOOBIG => "takes no event of more than one billion bytes: keep such content elsewhere and store its address.",
        _ => $"did not do its work ({fault.Message}, code {fault.ExtendedCode}): the code is one of sqlite.org/rescode.html.",
    };
}
