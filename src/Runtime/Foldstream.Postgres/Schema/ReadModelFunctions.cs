namespace Foldstream.Postgres;

/// <summary>What a program's role may not do by itself is done by functions with the rights of the schema's owner: make, promote and drop tables of documents,
/// guard the events of inline projections, keep appends out.</summary>
/// <remarks>
/// <para>Their bodies find the schema by their search path, whatever its name. They check what becomes part of a name.</para>
/// <para>One at a time makes, promotes and drops the documents of a projection: under a lock of its own, which whoever writes documents that are being built
/// shares from before its first write (<see cref="ProjectionStatements.Share"/>). So nobody holds the lock while it waits for a table that somebody
/// else uses who will ask for the lock. All take what they need in one order: the table of events, checkpoints, this lock, documents, the row of the projection.</para>
/// <para>Behind the lock they look into the catalog by queries, because a name that is merely resolved may come from what the session knew before it waited.</para>
/// <para>The name of an index has a sign that no projection's name has, so that none is like the table of another projection.</para>
/// </remarks>
internal static class ReadModelFunctions
{
    /// <summary>The state of the error that a partition's token is no longer valid.</summary>
    public const string PartitionLost = "FS002";

    /// <summary>The state of the error that an append does not run an inline projection.</summary>
    public const string InlineProjectionMissing = "FS001";

    private const string LockDocuments = "PERFORM pg_advisory_xact_lock(hashtextextended(format('foldstream documents %s %s', current_schema(), projection), 0));";

    /// <summary>What acts with the rights of the schema's owner: for writers only.</summary>
    public static readonly string[] OwnerFunctions =
    [
        "prepare_documents(text, boolean, text[], text[])",
        "grant_documents(text)",
        "promote_documents(text)",
        "drop_documents(text, boolean)",
        "guard_inline(text)",
        "exclude_appends()",
    ];

    // Every function that acts for the owner is closed to all but whom RolesScript names.
    public static string Sql(SchemaName schema) =>
        $"""
        CREATE FUNCTION {schema.Quoted}.prepare_documents(projection text, shadow boolean, paths text[], suffixes text[]) RETURNS void
            {ForTheOwner(schema)} AS $body$
        DECLARE
            documents text := CASE WHEN shadow THEN 'shadow_' ELSE 'documents_' END || replace(projection, '-', '_');
        BEGIN
            IF projection !~ '^[a-z][a-z0-9-]*$' OR length(projection) > 40 THEN
                RAISE EXCEPTION '% is not the name of a projection', quote_literal(projection) USING ERRCODE = 'invalid_parameter_value';
            END IF;
            {LockDocuments}
            IF NOT {Exists("documents")} THEN
                EXECUTE format('CREATE TABLE %I (
                    tenant text COLLATE "C" NOT NULL,
                    id text COLLATE "C" NOT NULL,
                    version bigint NOT NULL, -- how many events were applied
                    last_position bigint NOT NULL, -- of the last of them
                    created_at timestamptz NOT NULL,
                    updated_at timestamptz NOT NULL,
                    source_tenant text COLLATE "C", -- the stream that it follows from; NULL for several
                    source_category text COLLATE "C",
                    source_id text COLLATE "C",
                    content bytea NOT NULL, -- all of its state: JSON in UTF-8
                    query jsonb NOT NULL, -- its public members, every value as text that sorts as the value does
                    CONSTRAINT %I PRIMARY KEY (tenant, id)
                ) WITH (fillfactor = 50) -- room on a page for the next version of all its rows, or their indexes would change too
                ', documents, documents || '$key');
                EXECUTE format('CREATE INDEX %I ON %I (source_id) WHERE source_id IS NOT NULL', documents || '$source', documents);
                PERFORM grant_documents(documents);
            END IF;
            FOR i IN 1 .. cardinality(paths) LOOP
                IF NOT {Exists("documents || '$' || suffixes[i]")} THEN
                    EXECUTE format('CREATE INDEX %I ON %I (((query #>> %L) COLLATE "C"))', documents || '$' || suffixes[i], documents, paths[i]);
                    EXECUTE format('COMMENT ON INDEX %I IS %L', documents || '$' || suffixes[i], paths[i]);
                END IF;
            END LOOP;
        END
        $body$;

        -- Documents may be used by whoever may use the table of projections. A table that was just made only, so that two who make places for
        -- different projections do not change one another's.
        CREATE FUNCTION {schema.Quoted}.grant_documents(documents text DEFAULT NULL) RETURNS void
            {ForTheOwner(schema)} AS $body$
        DECLARE
            due record;
        BEGIN
            FOR due IN
                SELECT d.relname, a.privilege_type, CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE a.grantee::regrole::text END AS grantee
                FROM pg_class p CROSS JOIN aclexplode(p.relacl) a
                JOIN pg_class d ON d.relnamespace = p.relnamespace AND d.relkind = 'r' AND d.relname ~ '^(documents|shadow)_'
                    AND (documents IS NULL OR d.relname = documents)
                WHERE p.oid = to_regclass(format('%I.projections', current_schema())) AND a.grantee <> p.relowner
            LOOP
                EXECUTE format('GRANT %s ON %I TO %s', due.privilege_type, due.relname, due.grantee);
            END LOOP;
        END
        $body$;

        CREATE FUNCTION {schema.Quoted}.promote_documents(projection text) RETURNS void
            {ForTheOwner(schema)} AS $body$
        DECLARE
            documents text := 'documents_' || replace(projection, '-', '_');
            shadow text := 'shadow_' || replace(projection, '-', '_');
            index_name text;
        BEGIN
            {LockDocuments}
            IF NOT {Exists("shadow")} THEN
                RAISE EXCEPTION 'relation "%" does not exist', shadow USING ERRCODE = 'undefined_table';
            END IF;
            EXECUTE format('DROP TABLE IF EXISTS %I', documents);
            EXECUTE format('ALTER TABLE %I RENAME TO %I', shadow, documents);
            FOR index_name IN
                SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
                WHERE x.indrelid = to_regclass(format('%I.%I', current_schema(), documents))
            LOOP
                EXECUTE format('ALTER INDEX %I RENAME TO %I', index_name, documents || substr(index_name, length(shadow) + 1));
            END LOOP;
        END
        $body$;

        CREATE FUNCTION {schema.Quoted}.drop_documents(projection text, shadow boolean) RETURNS void
            {ForTheOwner(schema)} AS $body$
        BEGIN
            {LockDocuments}
            EXECUTE format('DROP TABLE IF EXISTS %I', CASE WHEN shadow THEN 'shadow_' ELSE 'documents_' END || replace(projection, '-', '_'));
        END
        $body$;

        CREATE FUNCTION {schema.Quoted}.refuse_unprojected() RETURNS trigger LANGUAGE plpgsql AS $body$
        BEGIN
            RAISE EXCEPTION 'Projection % is inline, and the append does not run it.', TG_ARGV[0]
                USING ERRCODE = '{InlineProjectionMissing}', CONSTRAINT = TG_ARGV[0];
        END
        $body$;

        -- While a projection is inline, events that it handles are taken from those only who say that they run it. Switched off and on again
        -- and never dropped while it exists, because that would lock readers out.
        CREATE FUNCTION {schema.Quoted}.guard_inline(projection text) RETURNS void
            {ForTheOwner(schema)} AS $body$
        DECLARE
            guard text := 'inline_' || replace(projection, '-', '_');
            events_table regclass := to_regclass(format('%I.events', current_schema()));
            p record;
        BEGIN
            SELECT * INTO p FROM projections WHERE name = projection;
            IF p.lifecycle = 'inline' THEN
                EXECUTE format('CREATE OR REPLACE TRIGGER %I BEFORE INSERT ON events FOR EACH ROW WHEN (NEW.type = ANY (%L::text[])%s
                    AND pg_catalog.strpos(coalesce(pg_catalog.current_setting(%L, true), ''''), %L) = 0) EXECUTE FUNCTION refuse_unprojected(%L)',
                    guard, p.event_names::text, CASE WHEN p.category IS NULL THEN '' ELSE format(' AND NEW.category = %L', p.category) END,
                    '{schema.InlineSetting}', ',' || projection || ',', projection);
                EXECUTE format('ALTER TABLE events ENABLE TRIGGER %I', guard);
            ELSIF EXISTS (SELECT FROM pg_trigger t WHERE t.tgrelid = events_table AND t.tgname = guard) THEN
                IF p.name IS NULL THEN
                    EXECUTE format('DROP TRIGGER %I ON events', guard);
                ELSE
                    EXECUTE format('ALTER TABLE events DISABLE TRIGGER %I', guard);
                END IF;
            END IF;
        END
        $body$;

        -- Waits for the appends that are on their way, keeps new ones waiting until the transaction ends, and gives the last position that was drawn.
        -- New ones wait behind this wait too: it is given up after a while, so that a transaction that appended and stays open stops nobody for long.
        CREATE FUNCTION {schema.Quoted}.exclude_appends() RETURNS bigint
            {ForTheOwner(schema)} SET lock_timeout = '2s' AS $body$
        BEGIN
            LOCK TABLE events IN SHARE ROW EXCLUSIVE MODE;
            RETURN (SELECT last_value FROM positions);
        END
        $body$;

        CREATE FUNCTION {schema.Quoted}.partition_lost(subscription text, partition integer, token bigint) RETURNS integer LANGUAGE plpgsql AS $body$
        BEGIN
            RAISE EXCEPTION 'Partition % of subscription % is not held under token %.', partition, subscription, token
                USING ERRCODE = '{PartitionLost}', CONSTRAINT = subscription, COLUMN = partition::text, DATATYPE = token::text;
        END
        $body$;

        REVOKE EXECUTE ON FUNCTION {string.Join(", ", OwnerFunctions.Select(function => $"{schema.Quoted}.{function}"))} FROM PUBLIC;
        """;

    private static string Exists(string name) =>
        $"EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = current_schema() AND c.relname = {name})";

    private static string ForTheOwner(SchemaName schema) => $"LANGUAGE plpgsql SECURITY DEFINER SET search_path = {schema.Quoted}, pg_temp";
}
