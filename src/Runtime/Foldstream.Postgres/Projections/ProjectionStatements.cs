using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>The statements on projections and their tables.</summary>
internal sealed class ProjectionStatements(SchemaName schema)
{
    public string Find { get; } = $"SELECT p.name, p.lifecycle, p.fingerprint, p.built_at FROM {schema.Quoted}.projections p WHERE p.name = $1";

    /// <summary>The projections that are inline. Asked by an append after its events, it holds until the append ends: a change waits for the table of events.</summary>
    public string Inline { get; } = $"SELECT p.name, p.lifecycle, p.fingerprint, p.built_at FROM {schema.Quoted}.projections p WHERE p.lifecycle = 'inline'";

    /// <summary>The same in a transaction that sees the store as it was when it began: the server ends it where one of the projections has changed since.</summary>
    public string InlineUnchanged { get; } =
        $"SELECT p.name, p.lifecycle, p.fingerprint, p.built_at FROM {schema.Quoted}.projections p WHERE p.name = ANY ($1) ORDER BY p.name FOR SHARE";

    /// <summary>Keeps a projection that is new, and what one that is there wants to read now.</summary>
    public string Introduce { get; } =
        $"""
        INSERT INTO {schema.Quoted}.projections AS p (name, lifecycle, fingerprint, built_at, category, event_names)
        VALUES ($1, 'async', $2, pg_catalog.now(), $3, $4)
        ON CONFLICT (name) DO UPDATE SET category = excluded.category, event_names = excluded.event_names
        RETURNING p.name, p.lifecycle, p.fingerprint, p.built_at
        """;

    /// <summary>Changes what is known of a projection.</summary>
    public string Save { get; } =
        $"""
        INSERT INTO {schema.Quoted}.projections (name, lifecycle, fingerprint, built_at, category, event_names)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (name) DO UPDATE SET lifecycle = excluded.lifecycle, fingerprint = excluded.fingerprint, built_at = excluded.built_at,
            category = excluded.category, event_names = excluded.event_names
        """;

    /// <summary>Changes what is known of a projection, and leaves what it wants to read.</summary>
    public string SaveState { get; } =
        $"UPDATE {schema.Quoted}.projections SET lifecycle = $2, fingerprint = $3, built_at = $4 WHERE name = $1";

    public string Prepare { get; } = $"SELECT {schema.Quoted}.prepare_documents($1, $2, $3, $4)";

    public string Promote { get; } = $"SELECT {schema.Quoted}.promote_documents($1)";

    public string Drop { get; } = $"SELECT {schema.Quoted}.drop_documents($1, $2)";

    public string ExcludeAppends { get; } = $"SELECT {schema.Quoted}.exclude_appends()";

    public static ProjectionState Read(DbDataReader reader) => new(
        reader.GetString(0),
        reader.GetString(1) == "inline" ? Lifecycle.Inline : Lifecycle.Async,
        reader.GetString(2),
        new DateTimeOffset(reader.GetDateTime(3)));

    public static void BindState(DbParameterCollection parameters, ProjectionState state)
    {
        parameters.AddText(state.Name);
        parameters.AddText(state.Lifecycle == Lifecycle.Inline ? "inline" : "async");
        parameters.AddText(state.Fingerprint);
        parameters.AddTime(state.BuiltAt);
    }

    public static void BindInterest(DbParameterCollection parameters, ProjectionDefinition projection)
    {
        parameters.AddTextOrNull(projection.Category);
        parameters.AddArray([.. projection.EventNames], NpgsqlDbType.Text);
    }

    /// <summary>The parameters of <see cref="Prepare"/>.</summary>
    public static void BindPrepare(DbParameterCollection parameters, ProjectionDefinition projection, bool isShadow)
    {
        parameters.AddText(DocumentTable.Check(projection.Name));
        parameters.AddBoolean(isShadow);
        parameters.AddArray([.. projection.Indexes.Select(PathLiteral)], NpgsqlDbType.Text);
        parameters.AddArray([.. projection.Indexes.Select(Suffix)], NpgsqlDbType.Text);
    }

    /// <summary>Brings the guard of its events in step with what is known of a projection.</summary>
    public NpgsqlBatchCommand Guard(string projection) => Named($"SELECT {schema.Quoted}.guard_inline($1)", projection);

    /// <summary>Keeps others from promoting and dropping the documents that are being built, until the transaction ends: for whoever writes them.</summary>
    public NpgsqlBatchCommand Share(string projection) =>
        Named($"SELECT pg_catalog.pg_advisory_xact_lock_shared(pg_catalog.hashtextextended({SchemaName.Literal("foldstream documents " + schema.Name + " ")} || $1, 0))", projection);

    /// <summary>Removes what is known of a projection, with its documents; the third of the commands tells whether there was one.</summary>
    public NpgsqlBatchCommand[] Forget(string projection) =>
    [
        DropOne(projection, isShadow: true),
        DropOne(projection, isShadow: false),
        Named($"DELETE FROM {schema.Quoted}.projections WHERE name = $1 RETURNING name", projection),
        Guard(projection),
    ];

    public NpgsqlBatchCommand DropOne(string projection, bool isShadow)
    {
        var command = Named(Drop, projection);
        command.Parameters.AddBoolean(isShadow);
        return command;
    }

    /// <summary>A path as the server reads an array of texts.</summary>
    internal static string PathLiteral(FieldPath path) =>
        "{" + string.Join(',', path.Segments.Select(segment =>
            "\"" + segment.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"")) + "}";

    // The name of an index has little room; which field it serves is said in its comment.
    internal static string Suffix(FieldPath path) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(PathLiteral(path))).AsSpan(0, 4));

    private static NpgsqlBatchCommand Named(string text, string name)
    {
        var command = new NpgsqlBatchCommand(text);
        command.Parameters.AddText(name);
        return command;
    }
}
