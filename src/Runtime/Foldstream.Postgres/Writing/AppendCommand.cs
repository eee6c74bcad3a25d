using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>Makes the command of one append, and reads the answer.</summary>
internal static class AppendCommand
{
    public static NpgsqlBatchCommand Create(AppendStatements statements, PendingAppend append, ExpectedVersion expected, int lockClass, bool registers)
    {
        var expectation = Kind(expected);
        var command = new NpgsqlBatchCommand(statements.For(expectation, append.Events.Count, registers));
        var parameters = command.Parameters;
        parameters.AddText(append.Stream.Category);
        parameters.AddText(append.Stream.Id);
        parameters.AddText(append.Stream.Tenant);
        parameters.AddInt64((long)append.Events.Count);
        parameters.AddBoolean(append.Append.ClosesStream);
        parameters.AddInt32(append.Partition);
        parameters.AddInt32(lockClass);
        if (append.Events.Count == 1)
            AddEvent(parameters, append);
        else
            AddEvents(parameters, append);
        if (expectation == Expectation.Exactly)
            parameters.AddInt64(expected.ExactVersion!.Value.Value);
        return command;
    }

    /// <summary>The answer; null where the claim of the stream failed.</summary>
    public static async ValueTask<StoredAppend?> ReadAsync(NpgsqlDataReader reader)
    {
        // Not cancelled here: the whole batch is with the server already.
        if (!await reader.ReadAsync(CancellationToken.None).ConfigureAwait(false))
            return null;
        return new StoredAppend(reader.GetInt64(0), new DateTimeOffset(reader.GetDateTime(1)), reader.GetInt64(2));
    }

    private static Expectation Kind(ExpectedVersion expected) => expected switch
    {
        { ExactVersion: { IsNone: true } } => Expectation.NoStream,
        { ExactVersion: not null } => Expectation.Exactly,
        _ when expected == ExpectedVersion.Exists => Expectation.Exists,
        _ => Expectation.Any,
    };

    private static void AddEvent(NpgsqlParameterCollection parameters, PendingAppend append)
    {
        var item = append.Events[0];
        parameters.AddGuid(append.Ids[0]);
        parameters.AddText(item.Type.Name);
        parameters.AddInt32(item.Type.Version);
        parameters.AddTime(append.OccurredAt[0]);
        parameters.AddBytesOrNull(Metadata(item));
        parameters.AddBytes(item.Data);
    }

    private static void AddEvents(NpgsqlParameterCollection parameters, PendingAppend append)
    {
        var events = append.Events;
        parameters.AddArray(append.Ids, NpgsqlDbType.Uuid);
        parameters.AddArray([.. events.Select(item => item.Type.Name)], NpgsqlDbType.Text);
        parameters.AddArray([.. events.Select(item => item.Type.Version)], NpgsqlDbType.Integer);
        parameters.AddArray([.. append.OccurredAt.Select(time => time.UtcDateTime)], NpgsqlDbType.TimestampTz);
        parameters.AddArray([.. events.Select(Metadata)], NpgsqlDbType.Bytea);
        parameters.AddArray([.. events.Select(item => item.Data)], NpgsqlDbType.Bytea);
    }

    private static byte[]? Metadata(EventData item) => item.Metadata.IsNone ? null : EventMetadataJson.Write(item.Metadata);
}
