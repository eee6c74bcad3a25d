namespace Foldstream.Sqlite;

/// <summary>The query for a range of the log: one text for each combination of filters, everything else a parameter.</summary>
internal static class LogQuery
{
    // An event's version in its stream rises with its position, so a stream is read along its own index. It begins where the reader is: at the event of that
    // position where it is of the stream, as for a reader that goes on from its last one, else after the last one before it, found from the end.
    private const string VersionReached =
        """
        coalesce(
            (SELECT f.version FROM foldstream_events f WHERE f.position = ?1 AND f.stream = q.stream),
            (SELECT f.version FROM foldstream_events f WHERE f.stream = q.stream AND f.position <= ?1 ORDER BY f.version DESC LIMIT 1),
            -1)
        """;

    /// <summary>How many texts there are: six filters and the direction, each there or not.</summary>
    public const int Shapes = 128;

    /// <summary>The number of the text that a range needs.</summary>
    public static int Shape(LogRange range) =>
        (range.Direction == ReadDirection.Backwards ? 1 : 0)
        + (range.Category is null ? 0 : 2)
        + (range.Tenant is null ? 0 : 4)
        + (range.EventNames is null ? 0 : 8)
        + (IsTimed(range) ? 16 : 0)
        + (range.Stream is null ? 0 : 32)
        + (range.Partition is null ? 0 : 64);

    /// <summary>Whether no event can be in a range, because its stream is not in its category, tenant or partition.</summary>
    public static bool IsEmpty(LogRange range) => range.Stream is { } stream
        && ((range.Category ?? stream.Category) != stream.Category
            || (range.Tenant ?? stream.Tenant) != stream.Tenant
            || range.Partition?.Holds(StreamPartition.Of(stream)) == false);

    // Indexes are named, and CROSS JOIN keeps the order of the tables: a plan must not change with what happens to be stored.
    public static string Text(LogRange range) => range.Stream is null ? TextOfMany(range) : TextOfOne(range);

    private static string TextOfMany(LogRange range) =>
        $"""
        SELECT {EventColumns.All}
        FROM foldstream_events e {(range.Category is null ? "NOT INDEXED" : "INDEXED BY foldstream_events_by_category")}
        {(range.Tenant is null && range.Partition is null ? "" : "CROSS JOIN foldstream_streams s ON s.stream = e.stream")}
        WHERE e.position > ?1 AND e.position <= ?2
        {(range.Category is null ? "" : "AND e.category = (SELECT c.category FROM foldstream_categories c WHERE c.name = ?4)")}
        {(range.Tenant is null ? "" : "AND s.tenant = ?5")}
        {(range.Partition is null ? "" : "AND s.partition BETWEEN ?9 AND ?10")}
        {OfEvents(range)}
        ORDER BY e.position {(range.Direction == ReadDirection.Backwards ? "DESC" : "ASC")}
        LIMIT ?3
        """;

    private static string TextOfOne(LogRange range) =>
        $"""
        SELECT {EventColumns.All}
        FROM foldstream_streams q CROSS JOIN foldstream_events e ON e.stream = q.stream
        WHERE q.category = (SELECT c.category FROM foldstream_categories c WHERE c.name = ?4) AND q.id = ?11 AND q.tenant = ?5
        AND e.version > {VersionReached} AND e.position > ?1 AND e.position <= ?2
        {OfEvents(range)}
        ORDER BY e.version {(range.Direction == ReadDirection.Backwards ? "DESC" : "ASC")}
        LIMIT ?3
        """;

    private static string OfEvents(LogRange range) =>
        $"""
        {(range.EventNames is null ? "" : "AND e.type IN (SELECT t.type FROM foldstream_types t WHERE t.name IN (SELECT value FROM json_each(?6)))")}
        {(IsTimed(range) ? "AND e.recorded_at BETWEEN ?7 AND ?8" : "")}
        """;

    public static void Bind(Statement statement, LogRange range, Guid store)
    {
        statement.Bind(1, range.After?.In(store) ?? long.MinValue);
        statement.Bind(2, range.UpTo?.In(store) ?? long.MaxValue);
        statement.Bind(3, range.Limit ?? -1);
        if ((range.Stream?.Category ?? range.Category) is { } category)
            statement.Bind(4, category);
        if ((range.Stream?.Tenant ?? range.Tenant) is { } tenant)
            statement.Bind(5, tenant);
        if (range.EventNames is not null)
            statement.BindText(6, JsonText.Of(range.EventNames));
        if (range.Stream is not null)
            statement.Bind(11, range.Stream.Id);
        else if (range.Partition is { } partition)
            BindPartition(statement, partition);
        if (!IsTimed(range))
            return;
        statement.Bind(7, range.RecordedFrom is { } from ? Microseconds.From(from) : long.MinValue);
        statement.Bind(8, range.RecordedUntil is { } until ? Microseconds.From(until) : long.MaxValue);
    }

    private static void BindPartition(Statement statement, PartitionRange partition)
    {
        statement.Bind(9, partition.First);
        statement.Bind(10, partition.Last);
    }

    private static bool IsTimed(LogRange range) => range.RecordedFrom is not null || range.RecordedUntil is not null;
}
