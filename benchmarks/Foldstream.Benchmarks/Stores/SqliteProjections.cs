using System.Text.Json;
using SQLitePCL;

namespace Foldstream.Benchmarks;

/// <summary>
/// Read models by hand over SQLite's own calls: the feed page by page on the reader's connection; documents in a dictionary; and for each page one
/// transaction with an upsert by a prepared statement for each document, and the checkpoint.
/// </summary>
internal sealed class SqliteProjections : IProjecting
{
    private const int PageSize = 1000;

    private readonly SqliteFloor events;

    public SqliteProjections(string path)
    {
        events = new SqliteFloor(path, guarantees: true);
        Sqlite.Execute(events.Writer, "CREATE TABLE checkpoints (name TEXT PRIMARY KEY, position INTEGER NOT NULL) WITHOUT ROWID");
    }

    public Task SeedAsync(int streams, int events)
    {
        this.events.AppendTogether(ProjectionWorkloads.Seed(streams, events), [SampleOrder.Value, SampleOrder.Value]);
        return Task.CompletedTask;
    }

    public Task ForgetAsync(ReadModel model)
    {
        Sqlite.Execute(events.Writer, $"BEGIN IMMEDIATE; DROP TABLE IF EXISTS {model}; DELETE FROM checkpoints WHERE name = '{model}'; COMMIT");
        return Task.CompletedTask;
    }

    public Task CatchUpAsync(ReadModel model)
    {
        Create($"{model}", $"{model}");
        Follow(model, $"{model}", $"{model}");
        return Task.CompletedTask;
    }

    public Task RebuildAsync(ReadModel model)
    {
        var (shadow, name) = ($"{model}_shadow", $"{model}~rebuild");
        Create(shadow, name);
        Follow(model, shadow, name);
        Sqlite.Execute(
            events.Writer,
            $"""
            BEGIN IMMEDIATE;
            DROP TABLE IF EXISTS {model};
            ALTER TABLE {shadow} RENAME TO {model};
            DELETE FROM checkpoints WHERE name = '{model}';
            UPDATE checkpoints SET name = '{model}' WHERE name = '{name}';
            COMMIT
            """);
        return Task.CompletedTask;
    }

    public Task<decimal> TotalAsync(ReadModel model)
    {
        using var query = Sqlite.Prepare(events.Reader, $"SELECT content FROM {model}");
        var total = 0m;
        while (raw.sqlite3_step(query) == raw.SQLITE_ROW)
            total += JsonSerializer.Deserialize(raw.sqlite3_column_blob(query, 0), StjContext.Default.OrdersByHand)!.Total;
        return Task.FromResult(total);
    }

    public void Dispose() => events.Dispose();

    private void Create(string table, string name) => Sqlite.Execute(
        events.Writer,
        $"""
        BEGIN IMMEDIATE;
        CREATE TABLE {table} (
            id TEXT PRIMARY KEY, version INTEGER NOT NULL, last_position INTEGER NOT NULL, created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, content TEXT NOT NULL);
        INSERT INTO checkpoints VALUES ('{name}', 0);
        COMMIT
        """);

    private void Follow(ReadModel model, string table, string name)
    {
        using var page = Sqlite.Prepare(
            events.Reader,
            $"""
            SELECT e.position, e.recorded_at, e.data, e.stream, (SELECT s.id FROM streams s WHERE s.stream = e.stream) FROM events e INDEXED BY by_category
            WHERE e.category = 'orders' AND e.position > ?1 AND e.type = 'order-placed' ORDER BY e.position LIMIT {PageSize}
            """);
        using var save = Sqlite.Prepare(
            events.Writer,
            $"""
            INSERT INTO {table} (id, version, last_position, created_at, updated_at, content) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, last_position = excluded.last_position, updated_at = excluded.updated_at, content = excluded.content
            """);
        using var move = Sqlite.Prepare(events.Writer, "UPDATE checkpoints SET position = ?1 WHERE name = ?2");
        var documents = new Dictionary<long, DocumentByHand>();
        var changed = new List<DocumentByHand>();
        for (var (position, read) = (0L, PageSize); read == PageSize;)
        {
            (read, position) = Read(page, model, position, documents, changed);
            if (read > 0)
                Write(save, move, name, position, changed);
        }
    }

    private static (int Read, long Position) Read(
        sqlite3_stmt page, ReadModel model, long position, Dictionary<long, DocumentByHand> documents, List<DocumentByHand> changed)
    {
        var read = 0;
        Sqlite.Check(raw.sqlite3_bind_int64(page, 1, position));
        while (raw.sqlite3_step(page) == raw.SQLITE_ROW)
        {
            read++;
            position = raw.sqlite3_column_int64(page, 0);
            var order = JsonSerializer.Deserialize(raw.sqlite3_column_blob(page, 2), StjContext.Default.OrderPlaced)!;
            var key = model == ReadModel.Summaries ? raw.sqlite3_column_int64(page, 3) : 0;
            if (!documents.TryGetValue(key, out var document))
            {
                var id = model == ReadModel.Summaries ? raw.sqlite3_column_text(page, 4).utf8_to_string() : "all";
                documents.Add(key, document = new DocumentByHand { Id = id });
            }

            document.Apply(order, position, DateTime.UnixEpoch.AddMicroseconds(raw.sqlite3_column_int64(page, 1)));
            if (document.IsChanged)
                continue;
            document.IsChanged = true;
            changed.Add(document);
        }

        Sqlite.Check(raw.sqlite3_reset(page));
        return (read, position);
    }

    private void Write(sqlite3_stmt save, sqlite3_stmt move, string name, long position, List<DocumentByHand> changed)
    {
        events.InTransaction(() =>
        {
            foreach (var document in changed)
            {
                Sqlite.Check(raw.sqlite3_bind_text(save, 1, document.Id));
                Sqlite.Check(raw.sqlite3_bind_int64(save, 2, document.Version));
                Sqlite.Check(raw.sqlite3_bind_int64(save, 3, document.LastPosition));
                Sqlite.Check(raw.sqlite3_bind_int64(save, 4, Sqlite.Microseconds(document.CreatedAt)));
                Sqlite.Check(raw.sqlite3_bind_int64(save, 5, Sqlite.Microseconds(document.UpdatedAt)));
                Sqlite.Check(raw.sqlite3_bind_text(save, 6, JsonSerializer.SerializeToUtf8Bytes(document.Content, StjContext.Default.OrdersByHand)));
                Sqlite.Run(save);
                document.IsChanged = false;
            }

            Sqlite.Check(raw.sqlite3_bind_int64(move, 1, position));
            Sqlite.Check(raw.sqlite3_bind_text(move, 2, name));
            Sqlite.Run(move);
        });
        changed.Clear();
    }
}
