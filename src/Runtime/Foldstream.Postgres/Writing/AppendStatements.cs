namespace Foldstream.Postgres;

/// <summary>The statements that append: claim the stream's row, register, draw positions, insert; one round trip, no answer where the claim fails.</summary>
/// <remarks>
/// <para>The claim updates or inserts the row of the stream where the expectation holds. It locks the row, so that appends to one stream
/// follow one another and their positions rise with their versions.</para>
/// <para>To register is to take a shared advisory lock whose key is the last position that was drawn before, until the end of the
/// transaction. It comes before the first position of the append is drawn and tells readers of the log that positions above the key may
/// still appear (see <see cref="SafePosition"/>). It comes after the claim, so that one who waits for a row holds nobody back.</para>
/// <para>Order is guaranteed by what feeds what: a row of <c>place</c> is complete, its lock taken, before <c>nextval</c> runs above it.</para>
/// </remarks>
internal sealed class AppendStatements
{
    private const int Expectations = 4;

    // By expectation, then whether there are many events, then whether it registers.
    private readonly string[,,] texts = new string[Expectations, 2, 2];
    private readonly SchemaName schema;
    private readonly PayloadFormat payload;

    public AppendStatements(SchemaName schema, PayloadFormat payload)
    {
        this.schema = schema;
        this.payload = payload;
        for (var expectation = 0; expectation < Expectations; expectation++)
        {
            foreach (var registers in (bool[])[false, true])
            {
                texts[expectation, 0, registers ? 1 : 0] = Text((Expectation)expectation, Single, registers);
                texts[expectation, 1, registers ? 1 : 0] = Text((Expectation)expectation, Many, registers);
            }
        }
    }

    public string For(Expectation expectation, int events, bool registers) =>
        texts[(int)expectation, events == 1 ? 0 : 1, registers ? 1 : 0];

    /// <summary>Registers a transaction whose appends do not do it themselves; comes before the first of them.</summary>
    public string Register =>
        $"SELECT {Registration("$1")}";

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

    private string Text(Expectation expectation, string insert, bool registers) =>
        $"""
        WITH claimed AS (
            {Claim(expectation)}
            RETURNING stream, version, recorded_at),
        place AS MATERIALIZED (
            SELECT stream, version, recorded_at{(registers ? ", " + Registration("$7") : "")}
            FROM claimed),
        stored AS (
            INSERT INTO {schema.Quoted}.events
                (position, stream, version, occurred_at, recorded_at, event_id, partition, schema_version, type, category, id, tenant, metadata, data)
            {insert}
            RETURNING position)
        SELECT version, recorded_at, (SELECT max(position) FROM stored) FROM place
        """;

    private string Registration(string lockClass) =>
        $"pg_catalog.pg_advisory_xact_lock_shared({lockClass}, ((SELECT last_value FROM {schema.Quoted}.positions) % {SafePosition.Wrap})::int)";

    private string Claim(Expectation expectation) => expectation switch
    {
        Expectation.Any => $"""
            INSERT INTO {schema.Quoted}.streams AS s (category, id, tenant, version, recorded_at, closed)
            VALUES ($1, $2, $3, $4 - 1, pg_catalog.clock_timestamp(), $5)
            ON CONFLICT (category, id, tenant) DO UPDATE
            SET version = s.version + $4, recorded_at = greatest(s.recorded_at, pg_catalog.clock_timestamp()), closed = $5
            WHERE NOT s.closed
            """,
        Expectation.NoStream => $"""
            INSERT INTO {schema.Quoted}.streams AS s (category, id, tenant, version, recorded_at, closed)
            VALUES ($1, $2, $3, $4 - 1, pg_catalog.clock_timestamp(), $5)
            ON CONFLICT (category, id, tenant) DO UPDATE
            SET version = $4 - 1, recorded_at = pg_catalog.clock_timestamp(), closed = $5
            WHERE s.version = -1
            """,
        _ => $"""
            UPDATE {schema.Quoted}.streams
            SET version = version + $4, recorded_at = greatest(recorded_at, pg_catalog.clock_timestamp()), closed = $5
            WHERE category = $1 AND id = $2 AND tenant = $3 AND NOT closed AND {(expectation == Expectation.Exactly ? "version = $14" : "version >= 0")}
            """,
    };

    private string Single =>
        $"""
        SELECT nextval({schema.PositionsLiteral}), p.stream, p.version, $11, p.recorded_at, $8, $6, $10, $9, $1, $2, $3, $12, {Data("$13")}
        FROM place p
        """;

    // Positions are drawn after the sort, in the order of the events.
    private string Many =>
        $"""
        SELECT nextval({schema.PositionsLiteral}), p.stream, p.version - $4 + e.number, e.occurred_at, p.recorded_at, e.event_id,
            $6, e.schema_version, e.type, $1, $2, $3, e.metadata, {Data("e.data")}
        FROM place p
        CROSS JOIN unnest($8, $9, $10, $11, $12, $13) WITH ORDINALITY
            AS e (event_id, type, schema_version, occurred_at, metadata, data, number)
        ORDER BY e.number
        """;

    private string Data(string bytes) => payload == PayloadFormat.Jsonb ? $"pg_catalog.convert_from({bytes}, 'UTF8')::jsonb" : bytes;
}
