namespace Foldstream.Postgres;

/// <summary>The columns of an event as <see cref="EventRow"/> takes them.</summary>
internal static class EventColumns
{
    /// <summary>What every read needs; the reader of one stream knows its address already.</summary>
    public const string OfOneStream = "e.position, e.version, e.event_id, e.schema_version, e.type, e.occurred_at, e.recorded_at, e.metadata, e.data";

    public const string All = OfOneStream + ", e.tenant, e.category, e.id";
}
