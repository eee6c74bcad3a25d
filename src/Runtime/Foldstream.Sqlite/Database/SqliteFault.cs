using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Foldstream.Sqlite;

/// <summary>A result code of SQLite that is not success; leaves the store only as what <see cref="StoreFaults"/> makes of it.</summary>
internal sealed class SqliteFault(int extendedCode, string message) : Exception(message)
{
    /// <summary>The fault of a call that Microsoft.Data.Sqlite made.</summary>
    public SqliteFault(SqliteException fault)
        : this(fault.SqliteExtendedErrorCode, fault.Message)
    {
    }

    /// <summary>The kind of the fault in detail, such as SQLITE_CONSTRAINT_UNIQUE.</summary>
    public int ExtendedCode => extendedCode;

    /// <summary>The kind of the fault, such as SQLITE_CONSTRAINT.</summary>
    public int Code => extendedCode & 0xFF;

    /// <summary>The fault of a file whose rows contradict each other.</summary>
    public static SqliteFault Damage(string finding) => new(raw.SQLITE_CORRUPT, finding);

    public bool IsBusy => Code is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    /// <summary>Whether a statement names a table that is not there.</summary>
    public bool IsMissing(string table) => Code == raw.SQLITE_ERROR && Message.EndsWith($"no such table: {table}", StringComparison.Ordinal);

    /// <summary>Whether an event id is stored already.</summary>
    public bool IsRepeatedEventId =>
        extendedCode == raw.SQLITE_CONSTRAINT_UNIQUE && Message.Contains(StoreSchema.EventIdColumn, StringComparison.Ordinal);
}
