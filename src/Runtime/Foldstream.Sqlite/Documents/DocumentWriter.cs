namespace Foldstream.Sqlite;

/// <summary>Changes documents, and their tables, inside the writer's transaction.</summary>
internal sealed class DocumentWriter(Connection connection, Guid store)
{
    /// <summary>Makes the table and the indexes that are missing.</summary>
    public void Prepare(ProjectionDefinition projection, bool isShadow, ProjectionTable projections)
    {
        var table = DocumentPlace.Table(new DocumentCollection(projection.Name, isShadow));
        connection.Execute(DocumentColumns.Create(table));
        var present = Indexes(table);
        foreach (var columns in DocumentIndexes.Of(projection))
        {
            if (!present.Any(sql => sql.EndsWith(columns, StringComparison.Ordinal)))
                connection.Execute($"CREATE INDEX {DocumentPlace.Index(projection.Name, projections.NextIndex(projection.Name))} ON {table} {columns}");
        }
    }

    /// <exception cref="UnknownProjectionException">There is no place for these documents.</exception>
    public void Change(DocumentChanges changes)
    {
        var table = DocumentPlace.Table(changes.Collection);
        try
        {
            if (changes.Deletes.Count > 0)
                Delete(table, changes.Deletes);
            if (changes.Writes.Count > 0)
                Write(table, changes.Writes);
        }
        catch (SqliteFault fault) when (fault.IsMissing(table))
        {
            throw new UnknownProjectionException(changes.Collection);
        }
    }

    /// <summary>Puts the documents that were built in the place of the present ones.</summary>
    /// <exception cref="UnknownProjectionException">None were built.</exception>
    public void Promote(string projection)
    {
        var live = new DocumentCollection(projection);
        if (!Exists(DocumentPlace.Table(live.Shadow)))
            throw new UnknownProjectionException(live.Shadow);
        Drop(live);
        // A view of the user's over the documents is to go on as it is, although there was none of its tables for a moment.
        connection.Execute("PRAGMA legacy_alter_table = ON");
        connection.Execute($"ALTER TABLE {DocumentPlace.Table(live.Shadow)} RENAME TO {DocumentPlace.Table(live)}");
        connection.Execute("PRAGMA legacy_alter_table = OFF");
    }

    public void Drop(DocumentCollection collection) => connection.Execute($"DROP TABLE IF EXISTS {DocumentPlace.Table(collection)}");

    private void Delete(string table, IReadOnlyList<DocumentKey> keys)
    {
        var delete = connection.Kept($"DELETE FROM {table} WHERE id = ?1 AND tenant = ?2");
        foreach (var key in keys)
        {
            using var use = delete.Begin();
            delete.Bind(1, key.Id);
            delete.Bind(2, key.Tenant);
            delete.Step();
        }
    }

    private void Write(string table, IReadOnlyList<DocumentWrite> documents)
    {
        // A document's source stays what it is, but once at the most. SQLite would write its index anew with every update that names it.
        const string SameSource =
            "source_id IS excluded.source_id AND source_category IS excluded.source_category AND source_tenant IS excluded.source_tenant";
        const string NewSource =
            "source_category = excluded.source_category, source_id = excluded.source_id, source_tenant = excluded.source_tenant";
        var write = connection.Kept(Upsert(table, $"WHERE {SameSource}"));
        foreach (var document in documents)
        {
            Write(write, document);
            if (connection.Changes == 0)
                Write(connection.Kept(Upsert(table, $", {NewSource}")), document);
        }
    }

    private static string Upsert(string table, string rest) =>
        $"""
        INSERT INTO {table} (id, tenant, created_at, updated_at, version, last_position, source_category, source_id, source_tenant, query, content)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        ON CONFLICT (id, tenant) DO UPDATE SET
            created_at = excluded.created_at, updated_at = excluded.updated_at, version = excluded.version, last_position = excluded.last_position,
            query = excluded.query, content = excluded.content {rest}
        """;

    private void Write(Statement write, DocumentWrite document)
    {
        var (metadata, source) = (document.Metadata, document.Metadata.Source);
        using var use = write.Begin();
        write.Bind(1, document.Key.Id);
        write.Bind(2, document.Key.Tenant);
        write.Bind(3, Microseconds.From(metadata.CreatedAt));
        write.Bind(4, Microseconds.From(metadata.UpdatedAt));
        write.Bind(5, metadata.Version);
        write.Bind(6, metadata.LastPosition.In(store));
        write.Bind(7, source?.Category);
        write.Bind(8, source?.Id);
        write.Bind(9, source?.Tenant);
        write.BindText(10, document.QueryForm.Span);
        write.BindBlob(11, document.Content.Span);
        write.Step();
    }

    private bool Exists(string table)
    {
        var query = connection.Kept("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?1");
        using var use = query.Begin();
        query.Bind(1, table);
        return query.Step();
    }

    private List<string> Indexes(string table)
    {
        var query = connection.Kept("SELECT sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ?1 AND sql IS NOT NULL");
        using var use = query.Begin();
        query.Bind(1, table);
        var indexes = new List<string>();
        while (query.Step())
            indexes.Add(query.Text(0));
        return indexes;
    }
}
