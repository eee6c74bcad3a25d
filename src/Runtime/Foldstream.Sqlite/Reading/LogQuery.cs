using System.Buffers;
using System.Text.Json;

namespace Foldstream.Sqlite;

/// <summary>The query for a range of the log: one text for each combination of filters, everything else a parameter.</summary>
internal static class LogQuery
{
    /// <summary>How many texts there are: four filters and the direction, each there or not.</summary>
    public const int Shapes = 32;

    /// <summary>The number of the text that a range needs.</summary>
    public static int Shape(LogRange range) =>
        (range.Direction == ReadDirection.Backwards ? 1 : 0)
        + (range.Category is null ? 0 : 2)
        + (range.Tenant is null ? 0 : 4)
        + (range.EventNames is null ? 0 : 8)
        + (IsTimed(range) ? 16 : 0);

    // Indexes are named, and CROSS JOIN keeps the order of the tables: a plan must not change with what happens to be stored.
    public static string Text(LogRange range) =>
        $"""
        SELECT {EventColumns.All}
        FROM foldstream_events e {(range.Category is null ? "NOT INDEXED" : "INDEXED BY foldstream_events_by_category")}
        {(range.Tenant is null ? "" : "CROSS JOIN foldstream_streams s ON s.stream = e.stream")}
        WHERE e.position > ?1 AND e.position <= ?2
        {(range.Category is null ? "" : "AND e.category = (SELECT c.category FROM foldstream_categories c WHERE c.name = ?4)")}
        {(range.Tenant is null ? "" : "AND s.tenant = ?5")}
        {(range.EventNames is null ? "" : "AND e.type IN (SELECT t.type FROM foldstream_types t WHERE t.name IN (SELECT value FROM json_each(?6)))")}
        {(IsTimed(range) ? "AND e.recorded_at BETWEEN ?7 AND ?8" : "")}
        ORDER BY e.position {(range.Direction == ReadDirection.Backwards ? "DESC" : "ASC")}
        LIMIT ?3
        """;

    public static void Bind(Statement statement, LogRange range, Guid store)
    {
        statement.Bind(1, range.After?.In(store) ?? long.MinValue);
        statement.Bind(2, range.UpTo?.In(store) ?? long.MaxValue);
        statement.Bind(3, range.Limit ?? -1);
        if (range.Category is not null)
            statement.Bind(4, range.Category);
        if (range.Tenant is not null)
            statement.Bind(5, range.Tenant);
        if (range.EventNames is not null)
            statement.BindText(6, AsJson(range.EventNames));
        if (!IsTimed(range))
            return;
        statement.Bind(7, range.RecordedFrom is { } from ? Microseconds.From(from) : long.MinValue);
        statement.Bind(8, range.RecordedUntil is { } until ? Microseconds.From(until) : long.MaxValue);
    }

    private static bool IsTimed(LogRange range) => range.RecordedFrom is not null || range.RecordedUntil is not null;

    private static ReadOnlySpan<byte> AsJson(IReadOnlyCollection<string> names)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            foreach (var name in names)
                writer.WriteStringValue(name);
            writer.WriteEndArray();
        }

        return buffer.WrittenSpan;
    }
}
