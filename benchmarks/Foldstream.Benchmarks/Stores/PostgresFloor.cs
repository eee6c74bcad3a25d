using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Benchmarks;

/// <summary>What a careful person writes over Npgsql: one prepared statement an append, its connection from the pool, no reset between uses.</summary>
/// <remarks>
/// With the same guarantees the statement claims the stream's row at the expected version and registers before it draws positions, as a
/// gap-safe reader needs it; without, it is an insert under a unique index on nothing but the position.
/// </remarks>
internal sealed class PostgresFloor : IFloor
{
    private readonly NpgsqlDataSource source;
    private readonly string schema;
    private readonly bool guarantees;

    // Made once: by whether the stream is new.
    private readonly (string New, string Next) single;
    private readonly (string New, string Next) many;
    private readonly string load;

    public PostgresFloor(string connection, string schema, bool guarantees)
    {
        this.schema = schema;
        this.guarantees = guarantees;
        single = (Single(isNew: true), Single(isNew: false));
        many = (Many(isNew: true), Many(isNew: false));
        load = guarantees
            ? $"SELECT e.version, e.type, e.data FROM {schema}.events e WHERE e.stream = (SELECT s.stream FROM {schema}.streams s WHERE s.id = $1) ORDER BY e.version"
            : $"SELECT version, type, data FROM {schema}.events WHERE id = $1 ORDER BY version";
        source = Source(connection);
        using var command = source.CreateCommand(guarantees ? Same : Raw);
        command.ExecuteNonQuery();
    }

    public static NpgsqlDataSource Source(string connection) => new NpgsqlSlimDataSourceBuilder(
        connection + ";Max Auto Prepare=100;Auto Prepare Min Usages=2;No Reset On Close=true;Read Buffer Size=32768;Maximum Pool Size=32").EnableArrays().Build();

    public async Task AppendAsync(string stream, long expected, OrderPlaced[] events)
    {
        await using var connection = await source.OpenConnectionAsync();
        var texts = events.Length == 1 ? single : many;
        await using var command = new NpgsqlCommand(expected < 0 ? texts.New : texts.Next, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = expected, NpgsqlDbType = NpgsqlDbType.Bigint });
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = events.Length, NpgsqlDbType = NpgsqlDbType.Bigint });
        if (events.Length == 1)
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7(), NpgsqlDbType = NpgsqlDbType.Uuid });
            command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = Json(events[0]), NpgsqlDbType = NpgsqlDbType.Bytea });
        }
        else
        {
            command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. events.Select(_ => Guid.CreateVersion7())], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Uuid });
            command.Parameters.Add(new NpgsqlParameter<byte[][]> { TypedValue = [.. events.Select(Json)], NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea });
        }

        if (await command.ExecuteScalarAsync() is not long)
            throw new InvalidOperationException($"Stream {stream} is not at version {expected}.");
    }

    public async Task<(decimal Total, long Version)> LoadAsync(string stream)
    {
        await using var connection = await source.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(load, connection);
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = stream, NpgsqlDbType = NpgsqlDbType.Text });
        await using var reader = await command.ExecuteReaderAsync();
        var total = 0m;
        var version = -1L;
        while (await reader.ReadAsync())
        {
            version = reader.GetInt64(0);
            if (reader.GetString(1) == "order-placed")
                total += JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(2), StjContext.Default.OrderPlaced)!.Total;
        }

        return (total, version);
    }

    public void Dispose() => source.Dispose();

    private static byte[] Json(OrderPlaced order) => JsonSerializer.SerializeToUtf8Bytes(order, StjContext.Default.OrderPlaced);

    private string Claim(bool isNew) => isNew
        ? $"INSERT INTO {schema}.streams AS s (id, version) VALUES ($1, $2 + $3) ON CONFLICT DO NOTHING"
        : $"UPDATE {schema}.streams SET version = version + $3 WHERE id = $1 AND version = $2";

    private string Registered(bool isNew) =>
        $"""
        WITH claimed AS ({Claim(isNew)} RETURNING stream, version),
        place AS MATERIALIZED (
            SELECT stream, version, pg_advisory_xact_lock_shared(4711, ((SELECT last_value FROM {schema}.positions) % 2147483648)::int) FROM claimed)
        """;

    private string Single(bool isNew) => guarantees
        ? $"""
        {Registered(isNew)}
        INSERT INTO {schema}.events (position, stream, version, occurred_at, recorded_at, event_id, schema_version, type, category, id, data)
        SELECT nextval('{schema}.positions'), stream, version, now(), now(), $4, 1, 'order-placed', 'orders', $1, $5 FROM place
        RETURNING position
        """
        : $"INSERT INTO {schema}.events (id, version, recorded_at, event_id, type, data) VALUES ($1, $2 + $3, now(), $4, 'order-placed', $5) RETURNING position";

    private string Many(bool isNew) => guarantees
        ? $"""
        {Registered(isNew)}
        INSERT INTO {schema}.events (position, stream, version, occurred_at, recorded_at, event_id, schema_version, type, category, id, data)
        SELECT nextval('{schema}.positions'), p.stream, p.version - $3 + e.number, now(), now(), e.event_id, 1, 'order-placed', 'orders', $1, e.data
        FROM place p CROSS JOIN unnest($4, $5) WITH ORDINALITY AS e (event_id, data, number) ORDER BY e.number
        RETURNING position
        """
        : $"""
        INSERT INTO {schema}.events (id, version, recorded_at, event_id, type, data)
        SELECT $1, $2 + e.number + ($3 - $3), now(), e.event_id, 'order-placed', e.data FROM unnest($4, $5) WITH ORDINALITY AS e (event_id, data, number) ORDER BY e.number
        RETURNING position
        """;

    private string Same =>
        $"""
        CREATE SCHEMA IF NOT EXISTS {schema};
        CREATE SEQUENCE IF NOT EXISTS {schema}.positions AS bigint CACHE 1;
        SELECT nextval('{schema}.positions');
        CREATE TABLE IF NOT EXISTS {schema}.streams (stream bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text COLLATE "C" NOT NULL UNIQUE, version bigint NOT NULL) WITH (fillfactor = 70);
        CREATE TABLE IF NOT EXISTS {schema}.events (
            position bigint PRIMARY KEY, stream bigint NOT NULL, version bigint NOT NULL, occurred_at timestamptz NOT NULL, recorded_at timestamptz NOT NULL,
            event_id uuid NOT NULL UNIQUE, schema_version integer NOT NULL, type text COLLATE "C" NOT NULL, category text COLLATE "C" NOT NULL, id text COLLATE "C" NOT NULL,
            metadata bytea, data bytea NOT NULL, UNIQUE (stream, version));
        CREATE INDEX IF NOT EXISTS by_category ON {schema}.events (category, position);
        """;

    private string Raw =>
        $"""
        CREATE SCHEMA IF NOT EXISTS {schema};
        CREATE TABLE IF NOT EXISTS {schema}.events (
            position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, id text COLLATE "C" NOT NULL, version bigint NOT NULL, recorded_at timestamptz NOT NULL,
            event_id uuid NOT NULL, type text COLLATE "C" NOT NULL, metadata bytea, data bytea NOT NULL);
        CREATE INDEX IF NOT EXISTS by_stream ON {schema}.events (id, version);
        """;
}
