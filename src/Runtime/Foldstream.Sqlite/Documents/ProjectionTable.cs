using System.Text.Json;

namespace Foldstream.Sqlite;

/// <summary>What the store knows of projections, on one connection: read anywhere, changed inside the writer's transaction.</summary>
internal sealed class ProjectionTable(Connection connection)
{
    public ProjectionState? Find(string name)
    {
        var query = connection.Kept("SELECT name, lifecycle, fingerprint, built_at FROM foldstream_projections WHERE name = ?1");
        using var use = query.Begin();
        query.Bind(1, name);
        return query.Step() ? State(query) : null;
    }

    /// <summary>Keeps what a projection reads, and the state where there is none.</summary>
    public void Prepare(ProjectionDefinition projection, ProjectionState state)
    {
        Write(projection, state, "");
    }

    public void Save(ProjectionDefinition projection, ProjectionState state) =>
        Write(projection, state, "lifecycle = excluded.lifecycle, fingerprint = excluded.fingerprint, built_at = excluded.built_at,");

    public void Save(ProjectionState state)
    {
        var save = connection.Kept("UPDATE foldstream_projections SET lifecycle = ?2, fingerprint = ?3, built_at = ?4 WHERE name = ?1");
        using var use = save.Begin();
        Bind(save, state);
        save.Step();
    }

    public bool Delete(string name)
    {
        var delete = connection.Kept("DELETE FROM foldstream_projections WHERE name = ?1");
        using var use = delete.Begin();
        delete.Bind(1, name);
        delete.Step();
        return connection.Changes > 0;
    }

    /// <summary>A number for an index that no index of the projection had before.</summary>
    public long NextIndex(string name)
    {
        var next = connection.Kept("UPDATE foldstream_projections SET indexes = indexes + 1 WHERE name = ?1 RETURNING indexes");
        using var use = next.Begin();
        next.Bind(1, name);
        next.Step();
        return next.Int64(0);
    }

    /// <summary>The projections that run inside appends.</summary>
    public IReadOnlyList<GuardedProjection> ReadInline()
    {
        var query = connection.Kept(
            $"""
            SELECT name, lifecycle, fingerprint, built_at, category, event_names
            FROM foldstream_projections WHERE lifecycle = {(int)Lifecycle.Inline} ORDER BY name
            """);
        using var use = query.Begin();
        var projections = new List<GuardedProjection>();
        while (query.Step())
            projections.Add(new GuardedProjection(State(query), query.NullableText(4), Names(query.Bytes(5))));
        return projections;
    }

    private static ProjectionState State(Statement row) =>
        new(row.Text(0), (Lifecycle)row.Int64(1), row.Text(2), Microseconds.ToTime(row.Int64(3)));

    private static void Bind(Statement statement, ProjectionState state)
    {
        statement.Bind(1, state.Name);
        statement.Bind(2, (int)state.Lifecycle);
        statement.Bind(3, state.Fingerprint);
        statement.Bind(4, Microseconds.From(state.BuiltAt));
    }

    private static HashSet<string> Names(ReadOnlySpan<byte> json)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var reader = new Utf8JsonReader(json);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
                names.Add(reader.GetString()!);
        }

        return names;
    }

    private void Write(ProjectionDefinition projection, ProjectionState state, string replaced)
    {
        var write = connection.Kept(
            $"""
            INSERT INTO foldstream_projections (name, lifecycle, fingerprint, built_at, category, event_names) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
            ON CONFLICT (name) DO UPDATE SET {replaced} category = excluded.category, event_names = excluded.event_names
            """);
        using var use = write.Begin();
        Bind(write, state);
        write.Bind(5, projection.Category);
        write.BindText(6, JsonText.Of(projection.EventNames));
        write.Step();
    }
}
