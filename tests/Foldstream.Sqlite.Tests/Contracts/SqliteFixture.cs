namespace Foldstream.Sqlite.Tests;

/// <summary>A store in a file of its own, in a folder that goes with the fixture.</summary>
public sealed class SqliteFixture : IStoreFixture<SqliteEventStore>
{
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        [CustomOperatorContract<SqliteEventStore, SqliteFixture>.EndsWith] = "substr({field}, -length({value})) = {value}",
    };

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("foldstream-sqlite-");

    public ValueTask<SqliteEventStore> OpenAsync(EventStoreOptions options) =>
        SqliteEventStore.OpenAsync(Path.Combine(folder.FullName, "store.db"), new SqliteStoreOptions { Store = options, QueryOperators = Operators });

    public ValueTask DisposeAsync()
    {
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
