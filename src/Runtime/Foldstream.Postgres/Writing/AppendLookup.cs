using System.Data.Common;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>Finds heads of streams and events by their ids, on a connection of the store or on the user's own.</summary>
internal sealed class AppendLookup(Database database, EventRows rows)
{
    public string HeadText { get; } =
        $"""
        SELECT s.version, s.closed, e.event_id, e.type, e.schema_version, e.occurred_at, e.recorded_at
        FROM {database.Schema.Quoted}.streams s
        LEFT JOIN {database.Schema.Quoted}.events e ON e.stream = s.stream AND e.version = s.version
        WHERE s.category = $1 AND s.id = $2 AND s.tenant = $3
        """;

    public string FindText { get; } =
        $"SELECT {EventColumns.All} FROM {database.Schema.Quoted}.events e WHERE e.event_id = ANY ($1)";

    public ValueTask<(StreamHead Head, bool Closed)> HeadAsync(StreamId stream, NpgsqlConnection? within, CancellationToken cancellationToken) =>
        UseAsync(HeadText, parameters => AddStream(parameters, stream), reader => ReadHeadAsync(stream, reader, cancellationToken), within, cancellationToken);

    /// <summary>The stored events among those of some appends that have ids.</summary>
    public async ValueTask<Dictionary<Guid, RecordedEvent>> FindAsync(
        IReadOnlyList<StreamAppend> appends, NpgsqlConnection? within, CancellationToken cancellationToken)
    {
        var given = new Dictionary<Guid, EventData>();
        foreach (var item in appends.SelectMany(append => append.Events).Where(item => item.Id is not null))
            given.TryAdd(item.Id!.Value, item);
        var found = await FindAsync([.. given.Keys], within, cancellationToken).ConfigureAwait(false);
        // Content that came back from jsonb is the same where it means the same.
        if (database.Options.Payload == PayloadFormat.Jsonb)
        {
            foreach (var (id, recorded) in found)
                found[id] = AsGiven(recorded, given[id]);
        }

        return found;
    }

    public async ValueTask<Dictionary<Guid, RecordedEvent>> FindAsync(Guid[] ids, NpgsqlConnection? within, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
            return [];
        return await UseAsync(
            FindText, parameters => parameters.AddArray(ids, NpgsqlDbType.Uuid), ReadEvents, within, cancellationToken).ConfigureAwait(false);

        async ValueTask<Dictionary<Guid, RecordedEvent>> ReadEvents(NpgsqlDataReader reader)
        {
            var collecting = new Collecting();
            var row = rows.Rent();
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                row.Show(reader, null, collecting);
            rows.Return(row);
            return collecting.Events;
        }
    }

    public static void AddStream(DbParameterCollection parameters, StreamId stream)
    {
        parameters.AddText(stream.Category);
        parameters.AddText(stream.Id);
        parameters.AddText(stream.Tenant);
    }

    private static async ValueTask<(StreamHead Head, bool Closed)> ReadHeadAsync(
        StreamId stream, NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        if (!await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            return (StreamHead.Empty(stream), false);
        var last = reader.IsDBNull(2) ? null : new LastEvent(
            reader.GetGuid(2),
            new EventType(reader.GetString(3), reader.GetInt32(4)),
            new DateTimeOffset(reader.GetDateTime(5)),
            new DateTimeOffset(reader.GetDateTime(6)));
        return (new StreamHead(stream, reader.GetInt64(0), last), reader.GetBoolean(1));
    }

    private static RecordedEvent AsGiven(RecordedEvent recorded, EventData given)
    {
        using var left = JsonDocument.Parse(recorded.Data);
        using var right = JsonDocument.Parse(given.Data);
        return !JsonElement.DeepEquals(left.RootElement, right.RootElement)
            ? recorded
            : new RecordedEvent
            {
                Stream = recorded.Stream,
                Version = recorded.Version,
                Position = recorded.Position,
                Id = recorded.Id,
                Type = recorded.Type,
                Data = given.Data,
                OccurredAt = recorded.OccurredAt,
                RecordedAt = recorded.RecordedAt,
                Metadata = recorded.Metadata,
            };
    }

    private async ValueTask<T> UseAsync<T>(
        string text,
        Action<DbParameterCollection> bind,
        Func<NpgsqlDataReader, ValueTask<T>> read,
        NpgsqlConnection? within,
        CancellationToken cancellationToken)
    {
        var connection = within ?? await database.Source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var command = database.Command(connection, text);
            await using var disposing = command.ConfigureAwait(false);
            bind(command.Parameters);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using var reading = reader.ConfigureAwait(false);
            return await read(reader).ConfigureAwait(false);
        }
        finally
        {
            if (within is null)
                await connection.DisposeAsync().ConfigureAwait(false);
        }
    }
}
