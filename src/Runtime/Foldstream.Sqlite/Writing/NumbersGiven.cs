namespace Foldstream.Sqlite;

/// <summary>The numbers of categories and event types for the writer, which gives new ones inside its transaction.</summary>
internal sealed class NumbersGiven(Connection connection)
{
    private readonly Statement findCategory = connection.Prepare("SELECT category FROM foldstream_categories WHERE name = ?1");
    private readonly Statement addCategory = connection.Prepare("INSERT INTO foldstream_categories (name) VALUES (?1)");
    private readonly Statement findType = connection.Prepare("SELECT type FROM foldstream_types WHERE name = ?1 AND version = ?2");
    private readonly Statement addType = connection.Prepare("INSERT INTO foldstream_types (name, version) VALUES (?1, ?2)");
    private readonly Dictionary<string, long> categories = new(StringComparer.Ordinal);
    private readonly Dictionary<EventType, long> types = [];

    public long Of(string category)
    {
        if (!categories.TryGetValue(category, out var number))
            categories.Add(category, number = Find(findCategory, category, null) ?? Add(addCategory, category, null));
        return number;
    }

    public long Of(EventType type)
    {
        if (!types.TryGetValue(type, out var number))
            types.Add(type, number = Find(findType, type.Name, type.Version) ?? Add(addType, type.Name, type.Version));
        return number;
    }

    /// <summary>Whether a type has a number that is at hand.</summary>
    public bool Knows(EventType type) => types.ContainsKey(type);

    /// <summary>Forgets everything: a number may have been given in a transaction that was rolled back.</summary>
    public void Forget()
    {
        categories.Clear();
        types.Clear();
    }

    private static long? Find(Statement statement, string name, int? version)
    {
        using var use = statement.Begin();
        Bind(statement, name, version);
        return statement.Step() ? statement.Int64(0) : null;
    }

    private long Add(Statement statement, string name, int? version)
    {
        using var use = statement.Begin();
        Bind(statement, name, version);
        statement.Step();
        return connection.LastInsertedRow;
    }

    private static void Bind(Statement statement, string name, int? version)
    {
        statement.Bind(1, name);
        if (version is { } number)
            statement.Bind(2, number);
    }
}
