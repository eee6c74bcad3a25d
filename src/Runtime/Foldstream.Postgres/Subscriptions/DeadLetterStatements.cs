using System.Data.Common;
using System.Text;

namespace Foldstream.Postgres;

/// <summary>The statements on dead letters.</summary>
internal sealed class DeadLetterStatements(SchemaName schema, Guid store)
{
    private const string Columns =
        "l.subscription, l.event_id, l.position, l.category, l.id, l.tenant, l.version, l.type, l.schema_version, "
        + "l.error_type, l.error_message, l.stack_trace, l.attempts, l.first_failed_at, l.last_failed_at";

    public string Save { get; } =
        $"""
        INSERT INTO {schema.Quoted}.dead_letters AS l (
            subscription, event_id, position, category, id, tenant, version, type, schema_version,
            error_type, error_message, stack_trace, attempts, first_failed_at, last_failed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
        ON CONFLICT (subscription, event_id) DO UPDATE SET
            error_type = excluded.error_type, error_message = excluded.error_message, stack_trace = excluded.stack_trace,
            attempts = l.attempts + excluded.attempts, last_failed_at = excluded.last_failed_at
        """;

    public string OfOne { get; } =
        $"SELECT {Columns} FROM {schema.Quoted}.dead_letters l WHERE l.subscription = $3 AND l.position > $1 ORDER BY l.position LIMIT $2";

    public string OfAll { get; } =
        $"SELECT {Columns} FROM {schema.Quoted}.dead_letters l WHERE l.position > $1 ORDER BY l.position, l.subscription LIMIT $2";

    public string Count { get; } = $"SELECT count(*) FROM {schema.Quoted}.dead_letters WHERE subscription = $1";

    public string Discard { get; } = $"DELETE FROM {schema.Quoted}.dead_letters WHERE subscription = $1 AND event_id = $2 RETURNING true";

    public DeadLetter Read(DbDataReader reader) => new()
    {
        Subscription = reader.GetString(0),
        EventId = reader.GetGuid(1),
        Position = new GlobalPosition(store, reader.GetInt64(2)),
        Stream = new StreamId(reader.GetString(3), reader.GetString(4), reader.GetString(5)),
        Version = reader.GetInt64(6),
        Type = new EventType(reader.GetString(7), reader.GetInt32(8)),
        ErrorType = reader.GetString(9),
        ErrorMessage = reader.GetString(10),
        StackTrace = reader.IsDBNull(11) ? null : reader.GetString(11),
        Attempts = reader.GetInt32(12),
        FirstFailedAt = new DateTimeOffset(reader.GetDateTime(13)),
        LastFailedAt = new DateTimeOffset(reader.GetDateTime(14)),
    };

    public void Bind(DbParameterCollection parameters, DeadLetter letter)
    {
        parameters.AddText(letter.Subscription);
        parameters.AddGuid(letter.EventId);
        parameters.AddInt64(letter.Position.In(store));
        AppendLookup.AddStream(parameters, letter.Stream);
        parameters.AddInt64(letter.Version.Value);
        parameters.AddText(letter.Type.Name);
        parameters.AddInt32(letter.Type.Version);
        parameters.AddText(Storable(letter.ErrorType));
        parameters.AddText(Storable(letter.ErrorMessage));
        parameters.AddTextOrNull(letter.StackTrace is { } trace ? Storable(trace) : null);
        parameters.AddInt32(letter.Attempts);
        parameters.AddTime(letter.FirstFailedAt);
        parameters.AddTime(letter.LastFailedAt);
    }

    // An error may hold anything; the server's text holds neither NUL nor half a surrogate pair.
    private static string Storable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\0', '\uFFFD');
}
