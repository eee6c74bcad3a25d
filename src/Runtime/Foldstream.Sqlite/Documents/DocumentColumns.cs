namespace Foldstream.Sqlite;

/// <summary>The columns of a document's row, in the order in which they are read.</summary>
internal static class DocumentColumns
{
    public const string All = "d.id, d.tenant, d.content, d.created_at, d.updated_at, d.version, d.last_position, d.source_category, d.source_id, d.source_tenant";

    /// <summary>Makes the table. Content comes last: whoever looks at the others does not read it.</summary>
    public static string Create(string table) =>
        $"""
        CREATE TABLE IF NOT EXISTS {table} (
            id TEXT NOT NULL,
            tenant TEXT NOT NULL,
            created_at INTEGER NOT NULL, -- microseconds since 1970 in UTC
            updated_at INTEGER NOT NULL, -- microseconds since 1970 in UTC
            version INTEGER NOT NULL, -- how many events were applied
            last_position INTEGER NOT NULL, -- of the last one
            source_category TEXT, -- the stream that it follows from; NULL: several
            source_id TEXT,
            source_tenant TEXT,
            query TEXT NOT NULL, -- JSON: the public members, in sortable form
            content BLOB NOT NULL, -- JSON in UTF-8
            PRIMARY KEY (id, tenant)
        )
        """;

    public static StoredDocument Read(Statement row, Guid store) => new(
        new DocumentKey(row.Text(0), row.Text(1)),
        row.Bytes(2).ToArray(),
        new DocumentMetadata(
            Microseconds.ToTime(row.Int64(3)),
            Microseconds.ToTime(row.Int64(4)),
            row.Int64(5),
            new GlobalPosition(store, row.Int64(6)),
            row.NullableText(7) is { } category ? new StreamId(category, row.Text(8), row.Text(9)) : null));
}
