namespace Foldstream.Sqlite;

/// <summary>The streams that a connection has met lately; rows of one stream share one address.</summary>
internal sealed class StreamsByNumber(Connection connection)
{
    // Few enough to forget all at once, many enough for the streams that are written to at the same time.
    private const int MostKept = 4096;

    private readonly Statement find = connection.Prepare(
        """
        SELECT c.name, s.id, s.tenant
        FROM foldstream_streams s JOIN foldstream_categories c ON c.category = s.category
        WHERE s.stream = ?1
        """);

    private readonly Dictionary<long, StreamId> known = [];
    private long lastNumber = -1;
    private StreamId? last;

    public StreamId this[long number]
    {
        get
        {
            if (number != lastNumber || last is null)
                (lastNumber, last) = (number, Get(number));
            return last;
        }
    }

    /// <summary>Forgets what was read: a number may have been given in a transaction that was rolled back.</summary>
    public void Forget()
    {
        last = null;
        known.Clear();
    }

    private StreamId Get(long number)
    {
        if (known.TryGetValue(number, out var stream))
            return stream;
        if (known.Count == MostKept)
            known.Clear();
        known.Add(number, stream = Find(number));
        return stream;
    }

    private StreamId Find(long number)
    {
        using var use = find.Begin();
        find.Bind(1, number);
        if (!find.Step())
            throw SqliteFault.Damage($"stream number {number} is missing");
        return new StreamId(find.Text(0), find.Text(1), find.Text(2));
    }
}
