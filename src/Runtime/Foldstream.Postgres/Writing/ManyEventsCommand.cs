using Npgsql;
using NpgsqlTypes;

namespace Foldstream.Postgres;

/// <summary>The command of an append of several events, whose parts are parameters that hold one element for each.</summary>
internal sealed class ManyEventsCommand : AppendCommand
{
    private readonly NpgsqlParameter<Guid[]> eventIds;
    private readonly List<string> types;
    private readonly List<int> schemaVersions;
    private readonly List<DateTime> occurredAt;
    private readonly List<byte[]?> metadata;
    private readonly List<ReadOnlyMemory<byte>> data;

    public ManyEventsCommand(AppendStatements statements)
        : base(statements, isMany: true)
    {
        eventIds = Add<Guid[]>(NpgsqlDbType.Array | NpgsqlDbType.Uuid);
        types = AddList<string>(NpgsqlDbType.Text);
        schemaVersions = AddList<int>(NpgsqlDbType.Integer);
        occurredAt = AddList<DateTime>(NpgsqlDbType.TimestampTz);
        metadata = AddList<byte[]?>(NpgsqlDbType.Bytea);
        data = AddList<ReadOnlyMemory<byte>>(NpgsqlDbType.Bytea);
    }

    public override void Clear()
    {
        types.Clear();
        schemaVersions.Clear();
        occurredAt.Clear();
        metadata.Clear();
        data.Clear();
    }

    protected override void FillEvents(PendingAppend append)
    {
        eventIds.TypedValue = append.Ids;
        for (var index = 0; index < append.Events.Count; index++)
        {
            var item = append.Events[index];
            types.Add(item.Type.Name);
            schemaVersions.Add(item.Type.Version);
            occurredAt.Add(append.OccurredAt[index].UtcDateTime);
            metadata.Add(Metadata(item));
            data.Add(item.Data);
        }
    }

    private List<T> AddList<T>(NpgsqlDbType element)
    {
        var list = new List<T>();
        Add<List<T>>(NpgsqlDbType.Array | element).TypedValue = list;
        return list;
    }
}
