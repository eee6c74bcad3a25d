namespace Foldstream.Sqlite;

/// <summary>Reads documents on one connection.</summary>
internal sealed class DocumentReader(Connection connection, Guid store, IReadOnlyDictionary<string, string> operators)
{
    /// <exception cref="UnknownProjectionException">There is no place for these documents.</exception>
    public IReadOnlyList<StoredDocument> Load(DocumentCollection collection, IReadOnlyCollection<DocumentKey> keys)
    {
        var find = Kept(collection, $"SELECT {DocumentColumns.All} FROM {DocumentPlace.Table(collection)} d WHERE d.id = ?1 AND d.tenant = ?2");
        var found = new List<StoredDocument>(keys.Count);
        foreach (var key in keys.Distinct())
        {
            using var use = find.Begin();
            find.Bind(1, key.Id);
            find.Bind(2, key.Tenant);
            if (Step(collection, find))
                found.Add(DocumentColumns.Read(find, store));
        }

        return found;
    }

    /// <exception cref="UnknownProjectionException">There is no place for these documents.</exception>
    public IReadOnlyList<StoredDocument> Query(DocumentCollection collection, DocumentQuery query)
    {
        var sql = new DocumentSql(operators);
        var select = Kept(collection, Text(collection, query, sql));
        using var use = select.Begin();
        sql.Bind(select);
        select.Bind(sql.Values.Count + 1, query.Limit ?? -1);
        select.Bind(sql.Values.Count + 2, query.Offset);
        var found = new List<StoredDocument>();
        while (Step(collection, select))
            found.Add(DocumentColumns.Read(select, store));
        return found;
    }

    /// <exception cref="UnknownProjectionException">There is no place for these documents.</exception>
    public long Count(DocumentCollection collection, string? tenant, DocumentFilter? filter)
    {
        var sql = new DocumentSql(operators);
        var where = Where(sql, tenant, source: null, filter);
        var count = Kept(collection, $"SELECT count(*) FROM {DocumentPlace.Table(collection)} d WHERE {where}");
        using var use = count.Begin();
        sql.Bind(count);
        Step(collection, count);
        return count.Int64(0);
    }

    /// <summary>A query in SQL; after the values come the limit and the offset.</summary>
    internal static string Text(DocumentCollection collection, DocumentQuery query, DocumentSql sql)
    {
        var where = Where(sql, query.Tenant, query.Source, query.Filter);
        return
            $"""
            SELECT {DocumentColumns.All} FROM {DocumentPlace.Table(collection)} d
            WHERE {where}
            ORDER BY {sql.OrderBy(query.Sort, query.DescendingIds)}
            LIMIT ?{sql.Values.Count + 1} OFFSET ?{sql.Values.Count + 2}
            """;
    }

    private static string Where(DocumentSql sql, string? tenant, StreamId? source, DocumentFilter? filter)
    {
        var conditions = new List<string>();
        // Mostly all documents are one tenant's. Without a hint SQLite expects them to be few.
        if (tenant is not null)
            conditions.Add($"+d.tenant = {sql.Add(tenant)}");
        if (source is not null)
            conditions.Add($"d.source_id = {sql.Add(source.Id)} AND d.source_category = {sql.Add(source.Category)} AND d.source_tenant = {sql.Add(source.Tenant)}");
        if (filter is not null || conditions.Count == 0)
            conditions.Add(sql.Where(filter));
        return string.Join(" AND ", conditions);
    }

    private Statement Kept(DocumentCollection collection, string sql)
    {
        try
        {
            return connection.Kept(sql);
        }
        catch (SqliteFault fault) when (fault.IsMissing(DocumentPlace.Table(collection)))
        {
            throw new UnknownProjectionException(collection);
        }
    }

    private static bool Step(DocumentCollection collection, Statement statement)
    {
        try
        {
            return statement.Step();
        }
        catch (SqliteFault fault) when (fault.IsMissing(DocumentPlace.Table(collection)))
        {
            // Its table was there when the statement was prepared.
            throw new UnknownProjectionException(collection);
        }
    }
}
