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

    public string Log(LogRange range) =>
        $"""
        SELECT {EventColumns.All}
        FROM {schema.Quoted}.events e
        WHERE e.position > $1 AND e.position <= $2
            {(range.Category is null ? "" : "AND e.category = $4")}
            {(range.Tenant is null ? "" : $"AND e.tenant = ${TenantNumber(range)}")}
            {(range.EventNames is null ? "" : $"AND e.type = ANY (${NamesNumber(range)})")}
        ORDER BY {(range.Category is null ? "" : $"e.category {Word(range.Direction)}, ")}e.position {Word(range.Direction)}
        LIMIT $3
        """;

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
    }

    private static string Word(ReadDirection direction) => direction == ReadDirection.Backwards ? "DESC" : "ASC";

    private static int TenantNumber(LogRange range) => range.Category is null ? 4 : 5;

    private static int NamesNumber(LogRange range) => TenantNumber(range) + (range.Tenant is null ? 0 : 1);
}
