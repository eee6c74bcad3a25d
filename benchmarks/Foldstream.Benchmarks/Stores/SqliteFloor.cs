using System.Text.Json;
using SQLitePCL;

namespace Foldstream.Benchmarks;

/// <summary>What a careful person writes over SQLite's own calls: prepared statements, one transaction an append, one lock around the connection that writes.</summary>
internal sealed class SqliteFloor : IFloor
{
    private readonly Lock writing = new();
    private readonly Lock reading = new();
    private readonly bool guarantees;
    private readonly sqlite3 writer;
    private readonly sqlite3 reader;
    private readonly sqlite3_stmt begin;
    private readonly sqlite3_stmt commit;
    private readonly sqlite3_stmt head;
    private readonly sqlite3_stmt insert;
    private readonly sqlite3_stmt read;

    public SqliteFloor(string path, bool guarantees)
    {
        this.guarantees = guarantees;
        Batteries_V2.Init();
        writer = Open(path);
        Execute(writer, guarantees
            ? "CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, category TEXT NOT NULL, event_id BLOB NOT NULL UNIQUE, "
                + "type TEXT NOT NULL, occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, metadata BLOB, data BLOB NOT NULL, UNIQUE (stream, version)); "
                + "CREATE INDEX by_category ON events (category)"
            : "CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, version INTEGER NOT NULL, category TEXT NOT NULL, event_id BLOB NOT NULL, "
                + "type TEXT NOT NULL, occurred_at INTEGER NOT NULL, recorded_at INTEGER NOT NULL, metadata BLOB, data BLOB NOT NULL); CREATE INDEX by_stream ON events (stream)");
        reader = Open(path);
        begin = Prepare(writer, "BEGIN IMMEDIATE");
        commit = Prepare(writer, "COMMIT");
        head = Prepare(writer, "SELECT max(version) FROM events WHERE stream = ?1");
        insert = Prepare(writer, "INSERT INTO events (stream, version, category, event_id, type, occurred_at, recorded_at, data) VALUES (?1, ?2, 'orders', ?3, 'order-placed', ?4, ?4, ?5)");
        read = Prepare(reader, "SELECT version, type, data FROM events WHERE stream = ?1 ORDER BY version");
    }

    public Task AppendAsync(string stream, long expected, OrderPlaced[] events)
    {
        lock (writing)
        {
            Run(begin);
            if (guarantees && Head(stream) != expected)
                throw new InvalidOperationException($"Stream {stream} is not at version {expected}.");
            var now = DateTimeOffset.UtcNow.Ticks / 10;
            Span<byte> id = stackalloc byte[16];
            for (var index = 0; index < events.Length; index++)
            {
                Guid.CreateVersion7().TryWriteBytes(id, bigEndian: true, out _);
                Check(raw.sqlite3_bind_text(insert, 1, stream));
                Check(raw.sqlite3_bind_int64(insert, 2, expected + 1 + index));
                Check(raw.sqlite3_bind_blob(insert, 3, id));
                Check(raw.sqlite3_bind_int64(insert, 4, now));
                Check(raw.sqlite3_bind_blob(insert, 5, JsonSerializer.SerializeToUtf8Bytes(events[index], StjContext.Default.OrderPlaced)));
                Run(insert);
            }

            Run(commit);
        }

        return Task.CompletedTask;
    }

    public Task<(decimal Total, long Version)> LoadAsync(string stream)
    {
        lock (reading)
        {
            var total = 0m;
            var version = -1L;
            Check(raw.sqlite3_bind_text(read, 1, stream));
            while (raw.sqlite3_step(read) == raw.SQLITE_ROW)
            {
                version = raw.sqlite3_column_int64(read, 0);
                if (raw.sqlite3_column_blob(read, 1).SequenceEqual("order-placed"u8))
                    total += JsonSerializer.Deserialize(raw.sqlite3_column_blob(read, 2), StjContext.Default.OrderPlaced)!.Total;
            }

            Check(raw.sqlite3_reset(read));
            return Task.FromResult((total, version));
        }
    }

    public void Dispose()
    {
        foreach (var statement in (sqlite3_stmt[])[begin, commit, head, insert, read])
            statement.Dispose();
        writer.Dispose();
        reader.Dispose();
    }

    private long Head(string stream)
    {
        Check(raw.sqlite3_bind_text(head, 1, stream));
        raw.sqlite3_step(head);
        var version = raw.sqlite3_column_type(head, 0) == raw.SQLITE_NULL ? -1 : raw.sqlite3_column_int64(head, 0);
        Check(raw.sqlite3_reset(head));
        return version;
    }

    private static sqlite3 Open(string path)
    {
        Check(raw.sqlite3_open(path, out var connection));
        Execute(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA busy_timeout = 5000");
        return connection;
    }

    private static void Execute(sqlite3 connection, string sql) => Check(raw.sqlite3_exec(connection, sql));

    private static sqlite3_stmt Prepare(sqlite3 connection, string sql)
    {
        Check(raw.sqlite3_prepare_v3(connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return statement;
    }

    private static void Run(sqlite3_stmt statement)
    {
        var result = raw.sqlite3_step(statement);
        if (result is not raw.SQLITE_DONE and not raw.SQLITE_ROW)
            Check(result);
        Check(raw.sqlite3_reset(statement));
    }

    private static void Check(int result)
    {
        if (result != raw.SQLITE_OK)
            throw new InvalidOperationException($"SQLite answers {result}.");
    }
}
