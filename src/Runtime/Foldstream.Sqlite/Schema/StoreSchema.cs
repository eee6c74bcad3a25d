namespace Foldstream.Sqlite;

/// <summary>The tables of a store, and how a file says that it is one. A new file goes through the same steps as an old one.</summary>
/// <remarks>
/// <para>An event's row names its stream, type and category by small numbers, not by text: the row and its index entries stay short,
/// and a reader turns a number into the one string or <see cref="StreamId"/> that it holds already.</para>
/// <para>The category is on the event's row although the stream implies it: its index, which ends in the position as every index of
/// SQLite does, gives a category in global order without a look at any other event.</para>
/// <para>The position is given by SQLite as one more than the highest. There is one writer at a time and what fails is rolled back,
/// so positions are contiguous and in the order of the commits.</para>
/// <para>Content is kept as BLOB: TEXT would not bring every sequence of bytes back unchanged. The view is for people.</para>
/// <para>The partition is on the stream's row only; a read that filters by it looks the row up for every event that it passes. PARTITION-MEASURE</para>
/// <para>No foreign keys: the writer takes the numbers from the same transaction, and a check per row would cost every append.</para>
/// </remarks>
internal static class StoreSchema
{
    /// <summary>«Fold» in ASCII, in the header of the file.</summary>
    public const long ApplicationId = 0x466F6C64;

    /// <summary>The version that this package writes and reads.</summary>
    public const long Version = 2;

    /// <summary>As SQLite names the column in the message of a violated uniqueness.</summary>
    public const string EventIdColumn = "foldstream_events.event_id";

    /// <summary>The events and all that their rows name.</summary>
    public static readonly string[] Version1 =
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
        "PRAGMA user_version = 1",
    ];

    /// <summary>What reads the events: subscriptions, projections, snapshots. The partitions of the streams that are there are filled in beside it.</summary>
    public static readonly string[] Version2 =
    [
        // From 0 to 65535: what StreamPartition.Of gives.
        "ALTER TABLE foldstream_streams ADD COLUMN partition INTEGER",
        // For processes that opened the file before and use a package that knows no partitions: readers would miss their streams.
        """
        CREATE TRIGGER foldstream_streams_have_partitions BEFORE INSERT ON foldstream_streams WHEN NEW.partition IS NULL
        BEGIN
            SELECT RAISE(ABORT, 'another process has brought the file to a newer version of the tables: raise the package Foldstream.Sqlite here too');
        END
        """,
        // How many fencing tokens were given: none is given twice, also not after its subscription was forgotten.
        "ALTER TABLE foldstream_store ADD COLUMN tokens INTEGER NOT NULL DEFAULT 0",
        """
        CREATE TABLE foldstream_checkpoints (
            subscription TEXT NOT NULL,
            partition INTEGER NOT NULL, -- from 0
            position INTEGER, -- everything up to here is handled; NULL: nothing yet
            token INTEGER NOT NULL, -- rises whenever somebody takes the partition over
            handled INTEGER NOT NULL, -- events since the subscription began
            updated_at INTEGER NOT NULL, -- microseconds since 1970 in UTC
            node TEXT, -- who should work on it; NULL: nobody
            leased_until INTEGER, -- microseconds since 1970 in UTC
            PRIMARY KEY (subscription, partition)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE foldstream_nodes (
            subscription TEXT NOT NULL,
            node TEXT NOT NULL,
            lives_until INTEGER NOT NULL, -- microseconds since 1970 in UTC
            wants INTEGER NOT NULL, -- 0: it takes no partitions
            PRIMARY KEY (subscription, node)
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE foldstream_dead_letters (
            subscription TEXT NOT NULL,
            event_id BLOB NOT NULL, -- UUID, big-endian
            position INTEGER NOT NULL,
            category TEXT NOT NULL,
            stream TEXT NOT NULL, -- the id in the category
            tenant TEXT NOT NULL,
            version INTEGER NOT NULL,
            type TEXT NOT NULL,
            type_version INTEGER NOT NULL,
            error_type TEXT NOT NULL,
            error_message TEXT NOT NULL,
            stack_trace TEXT,
            attempts INTEGER NOT NULL,
            first_failed_at INTEGER NOT NULL, -- microseconds since 1970 in UTC
            last_failed_at INTEGER NOT NULL, -- microseconds since 1970 in UTC
            PRIMARY KEY (subscription, event_id)
        ) WITHOUT ROWID
        """,
        "CREATE UNIQUE INDEX foldstream_dead_letters_by_position ON foldstream_dead_letters (subscription, position, event_id)",
        """
        CREATE TABLE foldstream_projections (
            name TEXT PRIMARY KEY,
            lifecycle INTEGER NOT NULL, -- 0: behind the appends, 1: inside of them
            fingerprint TEXT NOT NULL, -- of the fold that made the documents
            built_at INTEGER NOT NULL, -- microseconds since 1970 in UTC
            category TEXT, -- that it reads; NULL: every one
            event_names TEXT NOT NULL, -- JSON: the stored names that it handles
            indexes INTEGER NOT NULL DEFAULT 0 -- how many were ever made for its documents: each name is used once
        ) WITHOUT ROWID
        """,
        """
        CREATE TABLE foldstream_snapshots (
            owner TEXT NOT NULL,
            id TEXT NOT NULL,
            tenant TEXT NOT NULL,
            place INTEGER NOT NULL, -- version of the last folded event, or its position
            fingerprint TEXT NOT NULL,
            taken_at INTEGER NOT NULL, -- microseconds since 1970 in UTC
            state BLOB NOT NULL, -- JSON in UTF-8
            PRIMARY KEY (owner, id, tenant)
        )
        """,
        "PRAGMA user_version = 2",
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
