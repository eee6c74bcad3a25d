namespace Foldstream.Sqlite;

/// <summary>The event types that a connection has met: one string for each, not one for each row.</summary>
internal sealed class TypesByNumber(Connection connection)
{
    private readonly Statement find = connection.Prepare("SELECT name, version FROM foldstream_types WHERE type = ?1");
    private readonly Dictionary<long, EventType> known = [];

    public EventType this[long number]
    {
        get
        {
            if (!known.TryGetValue(number, out var type))
                known.Add(number, type = Find(number));
            return type;
        }
    }

    /// <summary>Forgets what was read: a number may have been given in a transaction that was rolled back.</summary>
    public void Forget() => known.Clear();

    private EventType Find(long number)
    {
        using var use = find.Begin();
        find.Bind(1, number);
        if (!find.Step())
            throw SqliteFault.Damage($"event type number {number} is missing");
        return new EventType(find.Text(0), (int)find.Int64(1));
    }
}
