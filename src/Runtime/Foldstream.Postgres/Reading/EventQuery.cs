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
        if (shape.IsOfStream)
            return LogOfStream(shape);
        // Filters follow the positions and the limit, in the order in which BindFilters adds their values. CASE keeps times from the
        // planner: its statistics know nothing of the latest ones, and for few rows it would sort the whole table, page by page.
        const int next = 4;
        return $"""
        SELECT {EventColumns.All}
        FROM {schema.Quoted}.events e
        WHERE e.position > $1 AND e.position <= $2
            {Filters(shape, next)}
        ORDER BY {(shape.HasCategory ? $"e.category {Word(shape.Direction)}, " : "")}e.position {Word(shape.Direction)}
        LIMIT $3
        """;
    }

    /// <summary>The version of the last event of a stream up to a position: found from the end, so that it costs what is to be read after it.</summary>
    public string LastVersion =>
        $"""
        SELECT e.version
        FROM {schema.Quoted}.events e
        WHERE e.stream = (SELECT s.stream FROM {schema.Quoted}.streams s WHERE s.category = $1 AND s.id = $2 AND s.tenant = $3) AND e.position <= $4
        ORDER BY e.version DESC
        LIMIT 1
        """;

    /// <summary>Whether there is an event after a position, up to a safe one; the last such position.</summary>
    public string Head => $"SELECT max(e.position) FROM {schema.Quoted}.events e WHERE e.position > $1 AND e.position <= $2";

    public static void BindFilters(DbParameterCollection parameters, LogRange range)
    {
        if (range.Partition is { } partition)
        {
            parameters.AddInt32(partition.First);
            parameters.AddInt32(partition.Last);
        }

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

    // Along the index of the stream, whose positions rise with its versions.
    private string LogOfStream(LogShape shape) =>
        $"""
        SELECT {EventColumns.All}
        FROM {schema.Quoted}.events e
        WHERE e.position > $1 AND e.position <= $2
            AND e.stream = (SELECT s.stream FROM {schema.Quoted}.streams s WHERE s.category = $4 AND s.id = $5 AND s.tenant = $6)
            AND e.version > $7 AND e.version < $8
            {Filters(shape, 9)}
        ORDER BY e.version {Word(shape.Direction)}
        LIMIT $3
        """;

    private static string Filters(LogShape shape, int next) =>
        $"""
            {(shape.HasPartition ? $"AND e.partition >= ${next++} AND e.partition <= ${next++}" : "")}
            {(shape.HasCategory ? $"AND e.category = ${next++}" : "")}
            {(shape.HasTenant ? $"AND e.tenant = ${next++}" : "")}
            {(shape.HasNames ? $"AND e.type = ANY (${next++})" : "")}
            {(shape.HasTimes ? $"AND CASE WHEN e.recorded_at >= ${next++} AND e.recorded_at <= ${next} THEN true END" : "")}
        """;

    private static string Word(ReadDirection direction) => direction == ReadDirection.Backwards ? "DESC" : "ASC";
}
