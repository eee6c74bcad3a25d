using System.Text;
using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite.Tests;

/// <summary>A test with a folder of its own for the files of its stores.</summary>
public abstract class SqliteTest : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("foldstream-sqlite-");

    protected static StreamId Stream { get; } = new("account", "alice");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    protected string FilePath => PathOf("store.db");

    protected string PathOf(string name) => Path.Combine(folder.FullName, name);

    protected ValueTask<SqliteEventStore> OpenAsync(SqliteStoreOptions? options = null) =>
        SqliteEventStore.OpenAsync(FilePath, options, Cancellation);

    protected static EventData Event(string json = "{}", Guid? id = null, string name = "noted") =>
        new(new EventType(name), Encoding.UTF8.GetBytes(json), new EventStamp(id));

    protected static StreamAppend Append(string id, WriteCondition? condition = null, params EventData[] events) =>
        new(new StreamId("account", id), condition ?? ExpectedVersion.Any, events.Length == 0 ? [Event()] : events);

    protected static async Task<List<RecordedEvent>> ReadAsync(IEventStore store, StreamId stream) =>
        await store.ReadAsync(stream, cancellationToken: Cancellation).ToListAsync(Cancellation);

    protected static async Task<List<RecordedEvent>> ReadLogAsync(IEventLog store, LogRange? range = null) =>
        await store.ReadLogAsync(range, Cancellation).ToListAsync(Cancellation);

    /// <summary>Runs a statement on the file, beside the store.</summary>
    protected object? Query(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
