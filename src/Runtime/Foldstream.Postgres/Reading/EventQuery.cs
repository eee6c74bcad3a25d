using System.Data.Common;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>The statements that read events: few and stable texts, so that each is prepared once.</summary>
internal sealed class EventQuery(SchemaName schema)
{
    public string Stream(ReadDirection direction) =>
        $"""
        SELECT {EventColumns.OfOneStream}
        FROM {schema.Quoted}.events e
        WHERE e.stream = (SELECT s.stream FROM {schema.Quoted}.streams s WHERE s.category = $1 AND s.id = $2 AND s.tenant = $3)
            AND e.version >= $4 AND e.version <= $5
        ORDER BY e.version {Word(direction)}
        LIMIT $6
        """;

    public string Log(LogShape shape)
    {
        // Filters follow the positions and the limit, in the order in which BindFilters adds their values. CASE keeps times from the
        // planner: its statistics know nothing of the latest ones, and for few rows it would sort the whole table, page by page.
        var next = 4;
        return $"""
        SELECT {EventColumns.All}
        FROM {schema.Quoted}.events e
        WHERE e.position > $1 AND e.position <= $2
            {(shape.HasCategory ? $"AND e.category = ${next++}" : "")}
            {(shape.HasTenant ? $"AND e.tenant = ${next++}" : "")}
            {(shape.HasNames ? $"AND e.type = ANY (${next++})" : "")}
            {(shape.HasTimes ? $"AND CASE WHEN e.recorded_at >= ${next++} AND e.recorded_at <= ${next} THEN true END" : "")}
        ORDER BY {(shape.HasCategory ? $"e.category {Word(shape.Direction)}, " : "")}e.position {Word(shape.Direction)}
        LIMIT $3
        """;
    }

    /// <summary>Whether there is an event after a position, up to a safe one; the last such position.</summary>
    public string Head => $"SELECT max(e.position) FROM {schema.Quoted}.events e WHERE e.position > $1 AND e.position <= $2";

    public static void BindFilters(DbParameterCollection parameters, LogRange range)
    {
        if (range.Category is not null)
            parameters.AddText(range.Category);
        if (range.Tenant is not null)
            parameters.AddText(range.Tenant);
        if (range.EventNames is not null)
            parameters.AddArray([.. range.EventNames], NpgsqlDbType.Text);
        if (!LogShape.Of(range).HasTimes)
            return;
        // Npgsql sends the ends of time as the server's infinities.
        parameters.AddTime(range.RecordedFrom ?? DateTimeOffset.MinValue);
        parameters.AddTime(range.RecordedUntil ?? DateTimeOffset.MaxValue);
    }

    private static string Word(ReadDirection direction) => direction == ReadDirection.Backwards ? "DESC" : "ASC";
}
