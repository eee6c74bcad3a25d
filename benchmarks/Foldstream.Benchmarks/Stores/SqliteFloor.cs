using System.Text.Json;
using SQLitePCL;

namespace Foldstream.Benchmarks;

/// <summary>What a careful person writes over SQLite's own calls: prepared statements, one transaction an append, one writer at a time that nobody's thread waits for.</summary>
/// <remarks>With the same guarantees streams have numbers and versions are checked and unique; without, an event goes into the table and its index as it comes.</remarks>
internal sealed class SqliteFloor : IFloor
{
    private readonly SemaphoreSlim writing = new(1);
    private readonly Lock reading = new();
    private readonly bool guarantees;
    private readonly sqlite3_stmt begin;
    private readonly sqlite3_stmt commit;
    private readonly sqlite3_stmt rollback;
    private readonly sqlite3_stmt head;
    private readonly sqlite3_stmt add;
    private readonly sqlite3_stmt insert;
    private readonly sqlite3_stmt read;

    public SqliteFloor(string path, bool guarantees)
    {
        this.guarantees = guarantees;
        Writer = Sqlite.Open(path);
        Sqlite.Execute(Writer, guarantees ? Same : Raw);
        Reader = Sqlite.Open(path);
        begin = Sqlite.Prepare(Writer, "BEGIN IMMEDIATE");
        commit = Sqlite.Prepare(Writer, "COMMIT");
        rollback = Sqlite.Prepare(Writer, "ROLLBACK");
        head = Sqlite.Prepare(Writer, "SELECT s.stream, (SELECT max(e.version) FROM events e WHERE e.stream = s.stream) FROM streams s WHERE s.id = ?1");
        add = Sqlite.Prepare(Writer, "INSERT INTO streams (id) VALUES (?1)");
        insert = Sqlite.Prepare(Writer, "INSERT INTO events (stream, version, category, event_id, type, occurred_at, recorded_at, data) VALUES (?1, ?2, 'orders', ?3, 'order-placed', ?4, ?4, ?5)");
        read = Sqlite.Prepare(Reader, "SELECT version, type, data FROM events WHERE stream = (SELECT stream FROM streams WHERE id = ?1) ORDER BY version");
    }

    public sqlite3 Writer { get; }

    public sqlite3 Reader { get; }

    private static string Events =>
        "CREATE TABLE IF NOT EXISTS streams (stream INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE); "
        + "CREATE TABLE IF NOT EXISTS events (position INTEGER PRIMARY KEY, stream INTEGER NOT NULL, version INTEGER NOT NULL, category TEXT NOT NULL, event_id BLOB NOT NULL, "
        + "type TEXT NOT NULL, occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, metadata BLOB, data BLOB NOT NULL); ";

    private static string Same =>
        Events + "CREATE UNIQUE INDEX IF NOT EXISTS by_stream ON events (stream, version); CREATE UNIQUE INDEX IF NOT EXISTS by_id ON events (event_id); CREATE INDEX IF NOT EXISTS by_category ON events (category)";

    private static string Raw => Events + "CREATE INDEX IF NOT EXISTS by_stream ON events (stream, version)";

    public async Task AppendAsync(string stream, long expected, OrderPlaced[] events)
    {
        await writing.WaitAsync();
        try
        {
            InTransaction(() => Append(stream, expected, events));
        }
        finally
        {
            writing.Release();
        }
    }

    /// <summary>Stores the same events for each of many commits in one transaction.</summary>
    public void AppendTogether(IEnumerable<(string Stream, long Expected)> commits, OrderPlaced[] events) => InTransaction(() =>
    {
        foreach (var (stream, expected) in commits)
            Append(stream, expected, events);
    });

    public Task<(decimal Total, long Version)> LoadAsync(string stream)
    {
        lock (reading)
        {
            var total = 0m;
            var version = -1L;
            Sqlite.Check(raw.sqlite3_bind_text(read, 1, stream));
            while (raw.sqlite3_step(read) == raw.SQLITE_ROW)
            {
                version = raw.sqlite3_column_int64(read, 0);
                if (raw.sqlite3_column_blob(read, 1).SequenceEqual("order-placed"u8))
                    total += JsonSerializer.Deserialize(raw.sqlite3_column_blob(read, 2), StjContext.Default.OrderPlaced)!.Total;
            }

            Sqlite.Check(raw.sqlite3_reset(read));
            return Task.FromResult((total, version));
        }
    }

    public void InTransaction(Action work)
    {
        Sqlite.Run(begin);
        try
        {
            work();
            Sqlite.Run(commit);
        }
        catch
        {
            Sqlite.Run(rollback);
            throw;
        }
    }

    public void Dispose()
    {
        foreach (var statement in (sqlite3_stmt[])[begin, commit, rollback, head, add, insert, read])
            statement.Dispose();
        Writer.Dispose();
        Reader.Dispose();
        writing.Dispose();
    }

    private void Append(string stream, long expected, OrderPlaced[] events)
    {
        var (number, version) = Head(stream);
        if (guarantees && version != expected)
            throw new InvalidOperationException($"Stream {stream} is at version {version}, not at {expected}.");
        number ??= Add(stream);
        var now = Sqlite.Microseconds(DateTime.UtcNow);
        Span<byte> id = stackalloc byte[16];
        for (var index = 0; index < events.Length; index++)
        {
            Guid.CreateVersion7().TryWriteBytes(id, bigEndian: true, out _);
            Sqlite.Check(raw.sqlite3_bind_int64(insert, 1, number.Value));
            Sqlite.Check(raw.sqlite3_bind_int64(insert, 2, expected + 1 + index));
            Sqlite.Check(raw.sqlite3_bind_blob(insert, 3, id));
            Sqlite.Check(raw.sqlite3_bind_int64(insert, 4, now));
            Sqlite.Check(raw.sqlite3_bind_blob(insert, 5, JsonSerializer.SerializeToUtf8Bytes(events[index], StjContext.Default.OrderPlaced)));
            Sqlite.Run(insert);
        }
    }

    private (long? Stream, long Version) Head(string stream)
    {
        Sqlite.Check(raw.sqlite3_bind_text(head, 1, stream));
        var isThere = raw.sqlite3_step(head) == raw.SQLITE_ROW;
        (long?, long) found = isThere ? (raw.sqlite3_column_int64(head, 0), raw.sqlite3_column_int64(head, 1)) : (null, -1);
        Sqlite.Check(raw.sqlite3_reset(head));
        return found;
    }

    private long Add(string stream)
    {
        Sqlite.Check(raw.sqlite3_bind_text(add, 1, stream));
        Sqlite.Run(add);
        return raw.sqlite3_last_insert_rowid(Writer);
    }
}
