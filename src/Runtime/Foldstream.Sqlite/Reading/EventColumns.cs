namespace Foldstream.Sqlite;

/// <summary>The columns that queries for events select, in their order.</summary>
internal static class EventColumns
{
    /// <summary>All but the content, which may be large.</summary>
    public const string Facts = "e.position, e.stream, e.version, e.event_id, e.type, e.occurred_at, e.recorded_at";

    public const string All = Facts + ", e.metadata, e.data";

    public const int Position = 0;
    public const int Stream = 1;
    public const int Version = 2;
    public const int EventId = 3;
    public const int Type = 4;
    public const int OccurredAt = 5;
    public const int RecordedAt = 6;
    public const int AfterFacts = 7;
    public const int Metadata = 7;
    public const int Data = 8;
}
