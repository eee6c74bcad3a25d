namespace Foldstream.Postgres;

/// <summary>The statements that append: claim the stream's row, register, draw positions, insert; one round trip, no answer where the claim fails.</summary>
/// <remarks>
/// <para>The claim updates or inserts the row of the stream where the expectation holds. It locks the row, so that appends to one stream
/// follow one another and their positions rise with their versions.</para>
/// <para>To register is to take a shared advisory lock whose key is the last position that was drawn before, until the end of the
/// transaction. It comes before the first position of the append is drawn and tells readers of the log that positions above the key may
/// still appear (see <see cref="SafePosition"/>). It comes after the claim, so that one who waits for a row holds nobody back.</para>
/// <para>Order is guaranteed by what feeds what: a row of <c>place</c> is complete, its lock taken, before <c>nextval</c> runs above it.</para>
/// <para>All of them have the same first six parameters: category, id, tenant, partition, expected version, whether the stream is closed.</para>
/// </remarks>
internal sealed class AppendStatements
{
    private const int Expectations = 4;

    // By expectation, then whether there are many events, then whether it registers.
    private readonly string[,,] texts = new string[Expectations, 2, 2];
    private readonly SchemaName schema;
    private readonly PayloadFormat payload;
    private readonly int lockClass;

    public AppendStatements(SchemaName schema, StoreFacts facts)
    {
        this.schema = schema;
        payload = facts.Payload;
        lockClass = facts.LockClass;
        for (var expectation = 0; expectation < Expectations; expectation++)
        {
            foreach (var registers in (bool[])[false, true])
            {
                texts[expectation, 0, registers ? 1 : 0] = Single((Expectation)expectation, registers);
                texts[expectation, 1, registers ? 1 : 0] = Many((Expectation)expectation, registers);
            }
        }
    }

    public string For(Expectation expectation, bool isMany, bool registers) =>
        texts[(int)expectation, isMany ? 1 : 0, registers ? 1 : 0];

    /// <summary>Registers a transaction whose appends do not do it themselves; comes before the first of them.</summary>
    public string Register =>
        $"SELECT {Registration}";

    /// <summary>Locks the rows of several streams in the order of the arrays, so that appends to the same streams cannot deadlock.</summary>
    /// <remarks>A stream that is new gets a row without a version, which the append fills; alone it is never committed.</remarks>
    public string LockStreams =>
        $"""
        INSERT INTO {schema.Quoted}.streams AS s (category, id, tenant, version, recorded_at, closed)
        SELECT w.category, w.id, w.tenant, -1, '-infinity', false
        FROM unnest($1, $2, $3) WITH ORDINALITY AS w (category, id, tenant, number)
        ORDER BY w.number
        ON CONFLICT (category, id, tenant) DO UPDATE SET closed = s.closed
        RETURNING s.stream
        """;

    private string Single(Expectation expectation, bool registers) =>
        $"""
        {Place(expectation, "1", registers)}
        INSERT INTO {Events}
        SELECT nextval({schema.PositionsLiteral}), p.stream, p.version, $10, p.recorded_at, $7, $4, $9, $8, $1, $2, $3, $11, {Data("$12")}
        FROM place p
        RETURNING version, recorded_at, position
        """;

    // Positions are drawn after the sort, in the order of the events.
    private string Many(Expectation expectation, bool registers) =>
        $"""
        {Place(expectation, "pg_catalog.cardinality($7)", registers)},
        stored AS (
            INSERT INTO {Events}
            SELECT nextval({schema.PositionsLiteral}), p.stream, p.version - pg_catalog.cardinality($7) + e.number, e.occurred_at, p.recorded_at, e.event_id,
                $4, e.schema_version, e.type, $1, $2, $3, e.metadata, {Data("e.data")}
            FROM place p
            CROSS JOIN unnest($7, $8, $9, $10, $11, $12) WITH ORDINALITY
                AS e (event_id, type, schema_version, occurred_at, metadata, data, number)
            ORDER BY e.number
            RETURNING position)
        SELECT version, recorded_at, (SELECT max(position) FROM stored) FROM place
        """;

    private string Events =>
        $"{schema.Quoted}.events (position, stream, version, occurred_at, recorded_at, event_id, partition, schema_version, type, category, id, tenant, metadata, data)";

    private string Place(Expectation expectation, string count, bool registers) =>
        $"""
        WITH claimed AS (
            {Claim(expectation, count)}
            RETURNING stream, version, recorded_at),
        place AS MATERIALIZED (
            SELECT stream, version, recorded_at{(registers ? ", " + Registration : "")}
            FROM claimed)
        """;

    private string Registration =>
        $"pg_catalog.pg_advisory_xact_lock_shared({lockClass}, ((SELECT last_value FROM {schema.Quoted}.positions) % {SafePosition.Wrap})::int)";

    private string Claim(Expectation expectation, string count) => expectation switch
    {
        Expectation.Any => $"""
            INSERT INTO {schema.Quoted}.streams AS s (category, id, tenant, version, recorded_at, closed)
            VALUES ($1, $2, $3, {count} - 1, pg_catalog.clock_timestamp(), $6)
            ON CONFLICT (category, id, tenant) DO UPDATE
            SET version = s.version + {count}, recorded_at = greatest(s.recorded_at, pg_catalog.clock_timestamp()), closed = $6
            WHERE NOT s.closed
            """,
        Expectation.NoStream => $"""
            INSERT INTO {schema.Quoted}.streams AS s (category, id, tenant, version, recorded_at, closed)
            VALUES ($1, $2, $3, {count} - 1, pg_catalog.clock_timestamp(), $6)
            ON CONFLICT (category, id, tenant) DO UPDATE
            SET version = {count} - 1, recorded_at = pg_catalog.clock_timestamp(), closed = $6
            WHERE s.version = -1
            """,
        _ => $"""
            UPDATE {schema.Quoted}.streams
            SET version = version + {count}, recorded_at = greatest(recorded_at, pg_catalog.clock_timestamp()), closed = $6
            WHERE category = $1 AND id = $2 AND tenant = $3 AND NOT closed AND version {(expectation == Expectation.Exactly ? "= $5" : ">= 0")}
            """,
    };

    private string Data(string bytes) => payload == PayloadFormat.Jsonb ? $"pg_catalog.convert_from({bytes}, 'UTF8')::jsonb" : bytes;
}
