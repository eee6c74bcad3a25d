namespace Foldstream.Sqlite;

/// <summary>The tables of a store, and how a file says that it is one.</summary>
/// <remarks>
/// <para>An event's row names its stream, type and category by small numbers, not by text: the row and its index entries stay short,
/// and a reader turns a number into the one string or <see cref="StreamId"/> that it holds already.</para>
/// <para>The category is on the event's row although the stream implies it: its index, which ends in the position as every index of
/// SQLite does, gives a category in global order without a look at any other event.</para>
/// <para>The position is given by SQLite as one more than the highest. There is one writer at a time and what fails is rolled back,
/// so positions are contiguous and in the order of the commits.</para>
/// <para>Content is kept as BLOB: TEXT would not bring every sequence of bytes back unchanged. The view is for people.</para>
/// <para>No foreign keys: the writer takes the numbers from the same transaction, and a check per row would cost every append.</para>
/// </remarks>
internal static class StoreSchema
{
    /// <summary>«Fold» in ASCII, in the header of the file.</summary>
    public const long ApplicationId = 0x466F6C64;

    /// <summary>The version that this package writes and reads.</summary>
    public const long Version = 1;

    /// <summary>As SQLite names the column in the message of a violated uniqueness.</summary>
    public const string EventIdColumn = "foldstream_events.event_id";

    public static readonly string[] Create =
    [
        """
        CREATE TABLE foldstream_store (
            identity BLOB NOT NULL -- UUID: positions of this store carry it
        )
        """,
        """
        CREATE TABLE foldstream_categories (
            category INTEGER PRIMARY KEY,
            name TEXT NOT NULL UNIQUE
        )
        """,
        """
        CREATE TABLE foldstream_streams (
            stream INTEGER PRIMARY KEY,
            category INTEGER NOT NULL, -- of foldstream_categories
            tenant TEXT NOT NULL,
            id TEXT NOT NULL,
            closed INTEGER NOT NULL DEFAULT 0, -- 1 after a final event
            UNIQUE (category, id, tenant)
        )
        """,
        """
        CREATE TABLE foldstream_types (
            type INTEGER PRIMARY KEY,
            name TEXT NOT NULL,
            version INTEGER NOT NULL, -- of the event's schema
            UNIQUE (name, version)
        )
        """,
        """
        CREATE TABLE foldstream_events (
            position INTEGER PRIMARY KEY, -- the order of the store, contiguous
            stream INTEGER NOT NULL, -- of foldstream_streams
            version INTEGER NOT NULL, -- in the stream, from 0
            category INTEGER NOT NULL, -- of foldstream_categories
            event_id BLOB NOT NULL UNIQUE, -- UUID, big-endian
            type INTEGER NOT NULL, -- of foldstream_types
            occurred_at INTEGER NOT NULL, -- microseconds since 1970 in UTC, by the writer
            recorded_at INTEGER NOT NULL, -- microseconds since 1970 in UTC, by the store
            metadata BLOB, -- JSON in UTF-8; NULL for none
            data BLOB NOT NULL, -- JSON in UTF-8
            UNIQUE (stream, version)
        )
        """,
        "CREATE INDEX foldstream_events_by_category ON foldstream_events (category)",
        $"""
        CREATE VIEW foldstream_events_readable AS
        SELECT
            e.position,
            s.tenant,
            c.name || '/' || s.id AS stream,
            e.version,
            t.name AS type,
            t.version AS type_version,
            {ReadableTime("e.occurred_at")} AS occurred_at,
            {ReadableTime("e.recorded_at")} AS recorded_at,
            {ReadableId} AS event_id,
            CAST(e.metadata AS TEXT) AS metadata,
            CAST(e.data AS TEXT) AS data
        FROM foldstream_events e
        JOIN foldstream_streams s ON s.stream = e.stream
        JOIN foldstream_categories c ON c.category = e.category
        JOIN foldstream_types t ON t.type = e.type
        """,
        $"PRAGMA application_id = {ApplicationId}",
        $"PRAGMA user_version = {Version}",
    ];

    private const string ReadableId =
        "lower(substr(hex(e.event_id), 1, 8) || '-' || substr(hex(e.event_id), 9, 4) || '-' || substr(hex(e.event_id), 13, 4) "
        + "|| '-' || substr(hex(e.event_id), 17, 4) || '-' || substr(hex(e.event_id), 21))";

    // The remainder of a time before 1970 is negative, so it is brought into range first.
    private static string ReadableTime(string column)
    {
        var microseconds = $"(({column} % 1000000 + 1000000) % 1000000)";
        return $"strftime('%Y-%m-%dT%H:%M:%S', ({column} - {microseconds}) / 1000000, 'unixepoch') || printf('.%06dZ', {microseconds})";
    }
}
