using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite.Tests;

public sealed class NodeProcesses : NodeProcessesContract<SqliteEventStore>
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("foldstream-sqlite-");

    protected override IEnumerable<string> StoreOfNodes => ["sqlite", FilePath];

    protected override string Projector => "sqlite-rows";

    private string FilePath => Path.Combine(folder.FullName, "store.db");

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        folder.Delete(recursive: true);
    }

    protected override async ValueTask<SqliteEventStore> OpenAsync()
    {
        var store = await SqliteEventStore.OpenAsync(FilePath, cancellationToken: Cancellation);
        await using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "CREATE TABLE my_marks (event TEXT NOT NULL, amount INTEGER NOT NULL)";
        command.ExecuteNonQuery();
        return store;
    }

    protected override async Task<IReadOnlyList<(Guid Event, long Amount)>> ReadRowsAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT event, amount FROM my_marks";
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var rows = new List<(Guid, long)>();
        while (await reader.ReadAsync(Cancellation))
            rows.Add((Guid.Parse(reader.GetString(0)), reader.GetInt64(1)));
        return rows;
    }
}
