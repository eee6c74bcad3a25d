namespace Foldstream.Sqlite;

/// <summary>The statements of one connection whose texts come from documents, projections and queries: as many as are worth keeping.</summary>
internal sealed class StatementCache(Func<string, Statement> prepare) : IDisposable
{
    private const int MostKept = 256;

    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    public Statement this[string sql]
    {
        get
        {
            if (statements.TryGetValue(sql, out var statement))
                return statement;
            if (statements.Count >= MostKept)
                MakeRoom();
            statements.Add(sql, statement = prepare(sql));
            return statement;
        }
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
            statement.Dispose();
        statements.Clear();
    }

    private void MakeRoom()
    {
        foreach (var (sql, statement) in statements.Where(item => !item.Value.IsInUse).ToList())
        {
            statements.Remove(sql);
            statement.Dispose();
        }
    }
}
