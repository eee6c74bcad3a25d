namespace Foldstream.Postgres.Tests;

public sealed class NodeProcesses : NodeProcessesContract<PostgresEventStore>
{
    private readonly TestSchema schema = new();

    protected override IEnumerable<string> StoreOfNodes => ["postgres", TestServer.ConnectionString, schema.Name];

    protected override string Projector => "postgres-rows";

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await schema.DisposeAsync();
    }

    protected override async ValueTask<PostgresEventStore> OpenAsync()
    {
        var store = await schema.OpenAsync();
        await TestServer.ExecuteAsync($"CREATE TABLE {schema.Name}.my_marks (event uuid NOT NULL, amount bigint NOT NULL)");
        return store;
    }

    protected override async Task<IReadOnlyList<(Guid Event, long Amount)>> ReadRowsAsync()
    {
        await using var command = TestServer.Source.CreateCommand($"SELECT event, amount FROM {schema.Name}.my_marks");
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<(Guid, long)>();
        while (await reader.ReadAsync(Cancellation))
            rows.Add((reader.GetGuid(0), reader.GetInt64(1)));
        return rows;
    }
}
