namespace Foldstream.Sqlite;

/// <summary>Reads documents on one connection.</summary>
internal sealed class DocumentReader(Connection connection, Guid store)
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
