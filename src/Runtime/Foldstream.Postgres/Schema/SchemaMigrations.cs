namespace Foldstream.Postgres;

/// <summary>The tables of a store, and how they came about.</summary>
/// <remarks>
/// <para>An event's row names its stream twice: by a small number, so that the unique index of (stream, version) is short and appends
/// are fast, and by its address, so that a feed needs no join.</para>
/// <para>Ids and names are compared as bytes (collation C): no locale can make two streams one, and it is the fastest.</para>
/// <para>The sequence starts at 0 and was asked once, so that its last value is always that of the last position drawn.</para>
/// <para>The row of a stream changes with every append; its page keeps room, so that the change stays on it (a HOT update).</para>
/// </remarks>
internal static class SchemaMigrations
{
    public static readonly SchemaMigration[] All =
    [
        new(1, Tables),
        new(2, Views),
        new(3, ReadModelTables.Sql),
    ];

    public static int Latest => All[^1].Version;

    private static string Tables(SchemaName schema, PayloadFormat payload) =>
        $"""
        CREATE TABLE {schema.Quoted}.store (
            only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
            identity uuid NOT NULL, -- positions of this store carry it
            version integer NOT NULL, -- of this schema
            payload text NOT NULL CHECK (payload IN ('bytes', 'jsonb'))
        );
        INSERT INTO {schema.Quoted}.store (identity, version, payload) VALUES (gen_random_uuid(), 0, '{StoredName(payload)}');

        -- CACHE 1: a process that keeps numbers back would let a feed skip its events.
        CREATE SEQUENCE {schema.Quoted}.positions AS bigint MINVALUE 0 START 0 CACHE 1;
        SELECT nextval({schema.PositionsLiteral});

        CREATE TABLE {schema.Quoted}.streams (
            stream bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            version bigint NOT NULL, -- of its last event, from 0
            recorded_at timestamptz NOT NULL, -- of its last event
            closed boolean NOT NULL,
            category text COLLATE "C" NOT NULL,
            id text COLLATE "C" NOT NULL,
            tenant text COLLATE "C" NOT NULL,
            UNIQUE (category, id, tenant)
        ) WITH (fillfactor = 70);

        CREATE TABLE {schema.Quoted}.events (
            position bigint PRIMARY KEY, -- the order of the store: rises, with gaps
            stream bigint NOT NULL, -- of the table streams
            version bigint NOT NULL, -- in the stream, from 0
            occurred_at timestamptz NOT NULL, -- by the writer
            recorded_at timestamptz NOT NULL, -- by this server; never decreases within a stream
            event_id uuid NOT NULL UNIQUE,
            partition integer NOT NULL, -- 0 to 65535, of the stream: spreads streams over readers
            schema_version integer NOT NULL, -- of the event's type
            type text COLLATE "C" NOT NULL,
            category text COLLATE "C" NOT NULL,
            id text COLLATE "C" NOT NULL,
            tenant text COLLATE "C" NOT NULL,
            metadata bytea, -- JSON in UTF-8; NULL for none
            data {(payload == PayloadFormat.Jsonb ? "jsonb" : "bytea")} NOT NULL, -- JSON
            UNIQUE (stream, version)
        );
        CREATE INDEX events_by_category ON {schema.Quoted}.events (category, position);

        CREATE FUNCTION {schema.Quoted}.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            RAISE EXCEPTION 'Events are never changed or removed.' USING ERRCODE = 'insufficient_privilege', HINT = 'Append an event that corrects the earlier one.';
        END
        $body$;
        CREATE TRIGGER events_are_final BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema.Quoted}.events
            FOR EACH STATEMENT EXECUTE FUNCTION {schema.Quoted}.refuse_change();
        """;

    private static string Views(SchemaName schema, PayloadFormat payload) =>
        $"""
        -- What jsonb refuses, such as an escaped NUL, gives NULL and the reason.
        CREATE FUNCTION {schema.Quoted}.readable(json bytea, OUT content jsonb, OUT refusal text)
            LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $body$
        BEGIN
            content := convert_from(json, 'UTF8')::jsonb;
        EXCEPTION WHEN data_exception OR program_limit_exceeded THEN
            content := NULL;
            refusal := SQLERRM;
        END
        $body$;
        CREATE VIEW {schema.Quoted}.events_readable AS
        SELECT
            e.position,
            e.tenant,
            e.category || '/' || e.id AS stream,
            e.version,
            e.type,
            e.schema_version,
            e.occurred_at,
            e.recorded_at,
            e.event_id,
            m.content AS metadata,
            {(payload == PayloadFormat.Jsonb ? "e.data" : "d.content")} AS data,
            {(payload == PayloadFormat.Jsonb ? "NULL::text" : "d.refusal")} AS data_unreadable_because
        FROM {schema.Quoted}.events e
        CROSS JOIN LATERAL {schema.Quoted}.readable(e.metadata) m
        {(payload == PayloadFormat.Jsonb ? "" : $"CROSS JOIN LATERAL {schema.Quoted}.readable(e.data) d")};
        """;

    public static string StoredName(PayloadFormat payload) => payload == PayloadFormat.Jsonb ? "jsonb" : "bytes";
}
