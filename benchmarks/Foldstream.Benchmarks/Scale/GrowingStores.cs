using Foldstream.Postgres;
using Foldstream.Sqlite;
using Npgsql;

namespace Foldstream.Benchmarks;

/// <summary>Opens the stores that grow.</summary>
internal static class GrowingStores
{
    private const string Schema = "growing";

    public static async Task<IGrowingStore> SqliteAsync()
    {
        var folder = new TemporaryFolder();
        var path = Path.Combine(folder.Path, "growing.db");
        return new GrowingStore<SqliteEventStore>(await SqliteEventStore.OpenAsync(path), SettleAsync, folder);

        // As automatic checkpoints do sooner or later: a small store would be read from the write-ahead log, a large one from its file. The log keeps its length: to grow is slower.
        Task SettleAsync()
        {
            using var connection = Sqlite.Open(path);
            Sqlite.Execute(connection, "PRAGMA wal_checkpoint(RESTART)");
            return Task.CompletedTask;
        }
    }

    public static async Task<IGrowingStore> PostgresAsync()
    {
        var server = new PostgresServer();
        var store = await PostgresEventStore.OpenAsync(server.Connection, new PostgresStoreOptions { Schema = Schema });
        return new GrowingStore<PostgresEventStore>(store, SettleAsync, server, server.Version());

        // As autovacuum and checkpoints would, so that they do not fall into a measurement.
        async Task SettleAsync()
        {
            await using var source = NpgsqlDataSource.Create(server.Connection + ";Command Timeout=0");
            foreach (var statement in (string[])[$"VACUUM ANALYZE {Schema}.streams", $"VACUUM ANALYZE {Schema}.events", "CHECKPOINT"])
            {
                await using var command = source.CreateCommand(statement);
                await command.ExecuteNonQueryAsync();
            }
        }
    }

    private sealed class TemporaryFolder : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("foldstream-benchmarks-");

        public string Path => folder.FullName;

        public void Dispose() => folder.Delete(recursive: true);
    }
}
