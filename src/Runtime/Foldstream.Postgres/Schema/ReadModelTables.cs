namespace Foldstream.Postgres;

/// <summary>What read models, subscriptions and snapshots need beside the events.</summary>
/// <remarks>
/// <para>Tables of documents come and go with their projections: see <see cref="ReadModelFunctions"/>.</para>
/// <para>Tokens are drawn from a sequence: not even a subscription that was forgotten and made again gives one twice.</para>
/// <para>Leases are apart from checkpoints, so that a heartbeat never waits for a step that is being kept.</para>
/// </remarks>
internal static class ReadModelTables
{
    public static string Sql(SchemaName schema, PayloadFormat payload) =>
        $"""
        {Subscriptions(schema)}
        {Projections(schema)}
        {ReadModelFunctions.Sql(schema)}
        """;

    private static string Subscriptions(SchemaName schema) =>
        $"""
        CREATE SEQUENCE {schema.Quoted}.tokens AS bigint CACHE 1;

        CREATE TABLE {schema.Quoted}.checkpoints (
            subscription text COLLATE "C" NOT NULL,
            partition integer NOT NULL, -- from 0
            partitions integer NOT NULL, -- how many the subscription has
            token bigint NOT NULL, -- who knows it may move the partition
            position bigint, -- everything up to it is handled; NULL for nothing yet
            handled bigint NOT NULL,
            updated_at timestamptz NOT NULL,
            PRIMARY KEY (subscription, partition)
        ) WITH (fillfactor = 50);

        CREATE TABLE {schema.Quoted}.leases (
            subscription text COLLATE "C" NOT NULL,
            partition integer NOT NULL,
            node text COLLATE "C" NOT NULL,
            expires_at timestamptz NOT NULL,
            PRIMARY KEY (subscription, partition)
        ) WITH (fillfactor = 50);

        CREATE TABLE {schema.Quoted}.nodes (
            subscription text COLLATE "C" NOT NULL,
            node text COLLATE "C" NOT NULL,
            expires_at timestamptz NOT NULL,
            PRIMARY KEY (subscription, node)
        ) WITH (fillfactor = 50);

        CREATE TABLE {schema.Quoted}.dead_letters (
            subscription text COLLATE "C" NOT NULL,
            event_id uuid NOT NULL,
            position bigint NOT NULL,
            category text COLLATE "C" NOT NULL,
            id text COLLATE "C" NOT NULL,
            tenant text COLLATE "C" NOT NULL,
            version bigint NOT NULL,
            type text COLLATE "C" NOT NULL,
            schema_version integer NOT NULL,
            error_type text NOT NULL,
            error_message text NOT NULL,
            stack_trace text,
            attempts integer NOT NULL,
            first_failed_at timestamptz NOT NULL,
            last_failed_at timestamptz NOT NULL,
            PRIMARY KEY (subscription, event_id)
        );
        CREATE INDEX dead_letters_by_position ON {schema.Quoted}.dead_letters (subscription, position);
        """;

    private static string Projections(SchemaName schema) =>
        $"""
        CREATE TABLE {schema.Quoted}.projections (
            name text COLLATE "C" PRIMARY KEY,
            lifecycle text NOT NULL CHECK (lifecycle IN ('async', 'inline')),
            fingerprint text NOT NULL, -- of the fold under which its documents were built
            built_at timestamptz NOT NULL,
            category text COLLATE "C", -- that it reads; NULL for every category
            event_names text[] NOT NULL -- that it handles
        );

        CREATE TABLE {schema.Quoted}.snapshots (
            owner text COLLATE "C" NOT NULL,
            tenant text COLLATE "C" NOT NULL,
            id text COLLATE "C" NOT NULL,
            place bigint NOT NULL,
            fingerprint text NOT NULL,
            taken_at timestamptz NOT NULL,
            state bytea NOT NULL, -- JSON in UTF-8
            PRIMARY KEY (owner, tenant, id)
        );
        """;
}
