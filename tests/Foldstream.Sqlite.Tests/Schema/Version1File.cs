using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite.Tests;

/// <summary>Makes files as the first version of the package made them: a copy of its statements, which never changes.</summary>
internal static class Version1File
{
    private static readonly string[] Statements =
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
        $"PRAGMA application_id = 0x466F6C64",
        $"PRAGMA user_version = 1",
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

    /// <summary>Makes a file with one event in each of some streams of the category <c>thing</c>.</summary>
    public static void Make(string path, params StreamId[] streams)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(connection, "PRAGMA journal_mode = WAL");
        foreach (var statement in Statements)
            Execute(connection, statement);
        Execute(connection, "INSERT INTO foldstream_store (identity) VALUES (x'0190e5a012347abc8def0123456789ab')");
        Execute(connection, "INSERT INTO foldstream_categories (name) VALUES ('thing')");
        Execute(connection, "INSERT INTO foldstream_types (name, version) VALUES ('thing-happened', 1)");
        foreach (var stream in streams)
        {
            AddStream(connection, stream);
            Execute(
                connection,
                """
                INSERT INTO foldstream_events (stream, version, category, event_id, type, occurred_at, recorded_at, metadata, data)
                VALUES (last_insert_rowid(), 0, 1, randomblob(16), 1, 1, 2, NULL, CAST('{}' AS BLOB))
                """);
        }
    }

    /// <summary>Adds a stream by the statement of the first version.</summary>
    public static void AddStream(SqliteConnection connection, StreamId stream) => Execute(
        connection, "INSERT INTO foldstream_streams (category, tenant, id) VALUES (1, ?1, ?2)", stream.Tenant, stream.Id);

    private static void Execute(SqliteConnection connection, string sql, params string[] values)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var index = 0; index < values.Length; index++)
            command.Parameters.AddWithValue($"?{index + 1}", values[index]);
        command.ExecuteNonQuery();
    }
}
