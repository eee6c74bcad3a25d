using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Foldstream.Sqlite;

/// <summary>A prepared statement, used again and again on the one connection that it belongs to.</summary>
internal sealed class Statement : IDisposable
{
    private const int KeptForLong = raw.SQLITE_PREPARE_PERSISTENT;

    private readonly sqlite3 connection;
    private readonly sqlite3_stmt handle;
    private readonly TimeSpan busyTimeout;
    private bool running;
    private int uses;

    public Statement(sqlite3 connection, string sql, TimeSpan busyTimeout)
    {
        this.connection = connection;
        this.busyTimeout = busyTimeout;
        sqlite3_stmt? prepared = null;
        Check(LockWait.Repeat(() => raw.sqlite3_prepare_v3(connection, sql, KeptForLong, out prepared), busyTimeout));
        handle = prepared!;
    }

    /// <summary>Whether somebody uses it.</summary>
    public bool IsInUse => uses > 0;

    /// <summary>Makes the statement ready for the next use when the scope ends, however it ends.</summary>
    public Use Begin()
    {
        uses++;
        return new(this);
    }

    /// <summary>Binds a number, or NULL.</summary>
    public void Bind(int parameter, long? value)
    {
        if (value is { } number)
            Bind(parameter, number);
        else
            Check(raw.sqlite3_bind_null(handle, parameter));
    }

    public void Bind(int parameter, long value) => Check(raw.sqlite3_bind_int64(handle, parameter, value));

    public void Bind(int parameter, Guid value)
    {
        // Big-endian, so that UUIDs of version 7 are stored in the order of their times.
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        Check(raw.sqlite3_bind_blob(handle, parameter, bytes));
    }

    public void BindBlob(int parameter, ReadOnlySpan<byte> bytes) =>
        Check(bytes.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, parameter, 0) : raw.sqlite3_bind_blob(handle, parameter, bytes));

    public void BindText(int parameter, ReadOnlySpan<byte> utf8) => Check(raw.sqlite3_bind_text(handle, parameter, utf8));

    public void Bind(int parameter, string? text)
    {
        if (text is null)
        {
            Check(raw.sqlite3_bind_null(handle, parameter));
            return;
        }

        // A span without bytes would be bound as NULL.
        if (text.Length == 0)
        {
            Check(raw.sqlite3_bind_text(handle, parameter, utf8z.FromSpan("\0"u8)));
            return;
        }

        var buffer = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(text.Length));
        BindText(parameter, buffer.AsSpan(0, Encoding.UTF8.GetBytes(text, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Step()
    {
        var result = raw.sqlite3_step(handle);
        // Only the first step takes locks, so nothing is done twice.
        if (LockWait.IsBusy(result) && !running)
            result = LockWait.Repeat(StepAnew, busyTimeout);
        running = true;
        if (result == raw.SQLITE_ROW)
            return true;
        return result == raw.SQLITE_DONE ? false : throw Fault(result);
    }

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Execute()
    {
        using (Begin())
            Step();
    }

    /// <summary>Runs a statement that gives no rows, or does nothing where others hold a lock that it needs: then it is false.</summary>
    public bool TryExecute()
    {
        using (Begin())
        {
            var result = raw.sqlite3_step(handle);
            if (LockWait.IsBusy(result))
                return false;
            return result == raw.SQLITE_DONE ? true : throw Fault(result);
        }
    }

    public long Int64(int column) => raw.sqlite3_column_int64(handle, column);

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long? NullableInt64(int column) => IsNull(column) ? null : Int64(column);

    public string? NullableText(int column) => IsNull(column) ? null : Text(column);

    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(handle, column);

    public string Text(int column) => Encoding.UTF8.GetString(Bytes(column));

    public Guid Guid(int column) => new(Bytes(column), bigEndian: true);

    public void Dispose() => handle.Dispose();

    private int StepAnew()
    {
        _ = raw.sqlite3_reset(handle);
        return raw.sqlite3_step(handle);
    }

    private void Reset()
    {
        running = false;
        uses--;
        // The result repeats the fault of the last step, which has been raised.
        _ = raw.sqlite3_reset(handle);
        _ = raw.sqlite3_clear_bindings(handle);
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw Fault(result);
    }

    private SqliteFault Fault(int result) => new(result, raw.sqlite3_errmsg(connection).utf8_to_string());

    public readonly ref struct Use(Statement statement)
    {
        public void Dispose() => statement.Reset();
    }
}
