using System.Globalization;
using System.Text;

namespace Foldstream.Postgres;

/// <summary>The SQL of a store, for those who run it themselves.</summary>
public static class PostgresSchema
{
    /// <summary>The version of the schema that this package works with.</summary>
    public static int Version => SchemaMigrations.Latest;

    /// <summary>What makes the schema, or brings an older one forward: one transaction, safe to run by several at once.</summary>
    /// <param name="schema">The name of the schema. The default is <c>foldstream</c>.</param>
    /// <param name="payload">How the content of events is kept. The default is <see cref="PayloadFormat.Bytes"/>.</param>
    /// <param name="fromVersion">The version that is there, as <c>select version from foldstream.store</c> tells. The default, 0, is none.</param>
    /// <exception cref="ArgumentException">The name is not one of a schema.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    public static string Script(string schema = "foldstream", PayloadFormat payload = PayloadFormat.Bytes, int fromVersion = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromVersion);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fromVersion, Version);
        var name = new SchemaName(SchemaName.Check(schema));
        return $"""
            BEGIN;
            {Lock(name)};
            {Steps(name, payload, SchemaMigrations.All, fromVersion)}
            COMMIT;
            """;
    }

    /// <summary>What gives two roles the least that they need: a writer appends, runs projections and reads, a reader reads; neither changes history.</summary>
    /// <remarks>Run it again after the schema was brought forward.</remarks>
    /// <param name="writer">The role of programs that append.</param>
    /// <param name="reader">The role of programs and people that only read. The default, null, is none.</param>
    /// <param name="schema">The name of the schema. The default is <c>foldstream</c>.</param>
    /// <exception cref="ArgumentException">A name is not one of a schema or a role.</exception>
    public static string RolesScript(string writer, string? reader = null, string schema = "foldstream")
    {
        var name = new SchemaName(SchemaName.Check(schema)).Quoted;
        var script = new StringBuilder(ReaderGrants(name, SchemaName.Check(writer, "role")));
        var role = SchemaName.Quote(writer);
        script.Append(CultureInfo.InvariantCulture, $"""
            GRANT INSERT ON {name}.events, {name}.streams TO {role};
            GRANT UPDATE (version, recorded_at, closed) ON {name}.streams TO {role};
            GRANT USAGE ON SEQUENCE {name}.positions, {name}.tokens TO {role};
            GRANT INSERT, UPDATE, DELETE ON {name}.checkpoints, {name}.leases, {name}.nodes, {name}.dead_letters, {name}.projections, {name}.snapshots TO {role};
            GRANT EXECUTE ON FUNCTION {string.Join(", ", ReadModelFunctions.OwnerFunctions.Select(function => $"{name}.{function}"))} TO {role};

            """);
        if (reader is not null)
            script.Append(ReaderGrants(name, SchemaName.Check(reader, "role")));
        script.Append(CultureInfo.InvariantCulture, $"SELECT {name}.grant_documents();\n");
        return script.ToString();
    }

    /// <summary>What is run, under <see cref="Lock"/>, to bring a schema from one version to the latest.</summary>
    internal static string Steps(SchemaName schema, PayloadFormat payload, IEnumerable<SchemaMigration> migrations, int fromVersion)
    {
        var script = new StringBuilder();
        if (fromVersion == 0)
            script.Append(CultureInfo.InvariantCulture, $"CREATE SCHEMA IF NOT EXISTS {schema.Quoted};\n");
        foreach (var migration in migrations.Where(migration => migration.Version > fromVersion))
        {
            script.Append(migration.Sql(schema, payload)).Append('\n');
            script.Append(CultureInfo.InvariantCulture, $"UPDATE {schema.Quoted}.store SET version = {migration.Version};\n");
        }

        return script.ToString();
    }

    /// <summary>One process at a time changes a schema; the lock ends with the transaction.</summary>
    internal static string Lock(SchemaName schema) =>
        $"SELECT pg_advisory_xact_lock(hashtextextended({SchemaName.Literal("foldstream schema " + schema.Name)}, 0))";

    private static string ReaderGrants(string schema, string role) =>
        $"""
        GRANT USAGE ON SCHEMA {schema} TO {SchemaName.Quote(role)};
        GRANT SELECT ON {schema}.store, {schema}.streams, {schema}.events, {schema}.events_readable, {schema}.positions,
            {schema}.checkpoints, {schema}.leases, {schema}.nodes, {schema}.dead_letters, {schema}.projections, {schema}.snapshots TO {SchemaName.Quote(role)};

        """;
}
