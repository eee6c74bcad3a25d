using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Benchmarks;

/// <summary>
/// Read models by hand over Npgsql: the feed page by page, safe from gaps; documents in a dictionary; and for each page one upsert of many rows, which goes
/// with its checkpoint to the server in one pipeline that is one transaction.
/// </summary>
internal sealed class PostgresProjections : IProjecting
{
    private const int PageSize = 1000;

    private readonly NpgsqlDataSource source;
    private readonly string schema;
    private readonly PostgresFloor events;

    public PostgresProjections(string connection, string schema)
    {
        this.schema = schema;
        events = new PostgresFloor(connection, schema, guarantees: true);
        source = PostgresFloor.Source(connection);
        using var command = source.CreateCommand($"CREATE TABLE {schema}.checkpoints (name text PRIMARY KEY, position bigint NOT NULL)");
        command.ExecuteNonQuery();
    }

    public async Task SeedAsync(int streams, int events)
    {
        foreach (var round in ProjectionWorkloads.Seed(streams, events).Chunk(64))
            await Task.WhenAll(round.Select(commit => this.events.AppendAsync(commit.Stream, commit.Expected, [SampleOrder.Value, SampleOrder.Value])));
        // As the server does by itself a minute later: without statistics it would sort the rest of the log for each page.
        await RunAsync($"ANALYZE {schema}.events");
    }

    public async Task ForgetAsync(ReadModel model) =>
        await RunAsync($"DROP TABLE IF EXISTS {Table(model)}; DELETE FROM {schema}.checkpoints WHERE name = '{model}'");

    public async Task CatchUpAsync(ReadModel model)
    {
        await CreateAsync(Table(model), model.ToString());
        await FollowAsync(model, Table(model), model.ToString());
    }

    public async Task RebuildAsync(ReadModel model)
    {
        var (shadow, name) = ($"{Table(model)}_shadow", $"{model}~rebuild");
        await CreateAsync(shadow, name);
        await FollowAsync(model, shadow, name);
        await RunAsync(
            $"""
            BEGIN;
            DROP TABLE IF EXISTS {Table(model)};
            ALTER TABLE {shadow} RENAME TO {model};
            DELETE FROM {schema}.checkpoints WHERE name = '{model}';
            UPDATE {schema}.checkpoints SET name = '{model}' WHERE name = '{name}';
            COMMIT
            """);
    }

    public async Task<decimal> TotalAsync(ReadModel model)
    {
        await using var command = source.CreateCommand($"SELECT sum((content ->> 'total')::numeric) FROM {Table(model)}");
        return (decimal)(await command.ExecuteScalarAsync())!;
    }

    public void Dispose()
    {
        source.Dispose();
        events.Dispose();
    }

    private string Table(ReadModel model) => $"{schema}.{model}";

    private Task CreateAsync(string table, string name) => RunAsync(
        $"""
        CREATE TABLE {table} (
            id text COLLATE "C" PRIMARY KEY, version bigint NOT NULL, last_position bigint NOT NULL, created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
            content jsonb NOT NULL);
        INSERT INTO {schema}.checkpoints VALUES ('{name}', 0)
        """);

    private async Task FollowAsync(ReadModel model, string table, string name)
    {
        await using var connection = await source.OpenConnectionAsync();
        var documents = new Dictionary<string, DocumentByHand>();
        var (position, safe) = (0L, 0L);
        while (true)
        {
            var changed = new List<DocumentByHand>();
            var read = 0;
            if (position < safe)
                (read, position) = await ReadAsync(connection, model, position, safe, documents, changed);
            if (read > 0)
                await WriteAsync(connection, table, name, position, changed);
            if (read == PageSize)
                continue;
            var known = safe;
            safe = await SafeAsync(connection);
            if (safe == known)
                return;
        }
    }

    /// <summary>Folds a page; a stream's document may be in memory already.</summary>
    private async Task<(int Read, long Position)> ReadAsync(
        NpgsqlConnection connection, ReadModel model, long position, long safe, Dictionary<string, DocumentByHand> documents, List<DocumentByHand> changed)
    {
        await using var command = new NpgsqlCommand(
            $"""
            SELECT e.position, e.recorded_at, e.type, e.data, e.id FROM {schema}.events e
            WHERE e.position > $1 AND e.position <= $2 AND e.category = 'orders' AND e.type = 'order-placed' ORDER BY e.category, e.position LIMIT {PageSize}
            """,
            connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = safe });
        await using var reader = await command.ExecuteReaderAsync();
        var read = 0;
        while (await reader.ReadAsync())
        {
            read++;
            position = reader.GetInt64(0);
            var order = JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(3), StjContext.Default.OrderPlaced)!;
            var id = model == ReadModel.Summaries ? reader.GetString(4) : "all";
            if (!documents.TryGetValue(id, out var document))
                documents.Add(id, document = new DocumentByHand { Id = id });
            document.Apply(order, position, reader.GetDateTime(1));
            if (document.IsChanged)
                continue;
            document.IsChanged = true;
            changed.Add(document);
        }

        return (read, position);
    }

    private async Task WriteAsync(NpgsqlConnection connection, string table, string name, long position, List<DocumentByHand> changed)
    {
        await using var batch = new NpgsqlBatch(connection);
        var move = new NpgsqlBatchCommand($"UPDATE {schema}.checkpoints SET position = $1 WHERE name = $2");
        move.Parameters.Add(new NpgsqlParameter<long> { TypedValue = position });
        move.Parameters.Add(new NpgsqlParameter<string> { TypedValue = name });
        var save = new NpgsqlBatchCommand(
            $"""
            INSERT INTO {table} AS d (id, version, last_position, created_at, updated_at, content)
            SELECT w.id, w.version, w.last_position, w.created_at, w.updated_at, convert_from(w.content, 'UTF8')::jsonb
            FROM unnest($1, $2, $3, $4, $5, $6) AS w (id, version, last_position, created_at, updated_at, content)
            ON CONFLICT (id) DO UPDATE SET version = excluded.version, last_position = excluded.last_position, updated_at = excluded.updated_at, content = excluded.content
            """);
        Add(save, changed.ConvertAll(document => document.Id), NpgsqlDbType.Text);
        Add(save, changed.ConvertAll(document => document.Version), NpgsqlDbType.Bigint);
        Add(save, changed.ConvertAll(document => document.LastPosition), NpgsqlDbType.Bigint);
        Add(save, changed.ConvertAll(document => document.CreatedAt), NpgsqlDbType.TimestampTz);
        Add(save, changed.ConvertAll(document => document.UpdatedAt), NpgsqlDbType.TimestampTz);
        Add(save, changed.ConvertAll(document => JsonSerializer.SerializeToUtf8Bytes(document.Content, StjContext.Default.OrdersByHand)), NpgsqlDbType.Bytea);
        batch.BatchCommands.Add(move);
        batch.BatchCommands.Add(save);
        await batch.ExecuteNonQueryAsync();
        changed.ForEach(document => document.IsChanged = false);
    }

    private static void Add<T>(NpgsqlBatchCommand command, List<T> values, NpgsqlDbType type) =>
        command.Parameters.Add(new NpgsqlParameter<List<T>> { TypedValue = values, NpgsqlDbType = NpgsqlDbType.Array | type });

    /// <summary>The last position drawn, or the lowest floor of who may still write below it.</summary>
    private async Task<long> SafeAsync(NpgsqlConnection connection)
    {
        await using var command = new NpgsqlCommand(
            $"""
            WITH h AS MATERIALIZED (SELECT last_value AS v FROM {schema}.positions)
            SELECT least(h.v, (
                SELECT min(h.v - (h.v % 2147483648) + l.objid::bigint) FROM pg_locks l
                WHERE l.locktype = 'advisory' AND l.classid = 4711 AND l.objsubid = 2 AND h.v IS NOT NULL
                    AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())))
            FROM h
            """,
            connection);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task RunAsync(string text)
    {
        await using var command = source.CreateCommand(text);
        await command.ExecuteNonQueryAsync();
    }
}
