using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>The command of an append of one event, whose parts are parameters.</summary>
internal sealed class OneEventCommand : AppendCommand
{
    private readonly NpgsqlParameter<Guid> eventId;
    private readonly NpgsqlParameter<string> type;
    private readonly NpgsqlParameter<int> schemaVersion;
    private readonly NpgsqlParameter<DateTime> occurredAt;
    private readonly NpgsqlParameter<byte[]?> metadata;
    private readonly NpgsqlParameter<ReadOnlyMemory<byte>> data;

    public OneEventCommand(AppendStatements statements)
        : base(statements, isMany: false)
    {
        eventId = Add<Guid>(NpgsqlDbType.Uuid);
        type = Add<string>(NpgsqlDbType.Text);
        schemaVersion = Add<int>(NpgsqlDbType.Integer);
        occurredAt = Add<DateTime>(NpgsqlDbType.TimestampTz);
        metadata = Add<byte[]?>(NpgsqlDbType.Bytea);
        data = Add<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
    }

    public override void Clear()
    {
        metadata.TypedValue = null;
        data.TypedValue = default;
    }

    protected override void FillEvents(PendingAppend append)
    {
        var item = append.Events[0];
        eventId.TypedValue = append.Ids[0];
        type.TypedValue = item.Type.Name;
        schemaVersion.TypedValue = item.Type.Version;
        occurredAt.TypedValue = append.OccurredAt[0].UtcDateTime;
        metadata.TypedValue = Metadata(item);
        data.TypedValue = item.Data;
    }
}
