using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite.Tests;

/// <summary>A test with a folder of its own for the files of its stores.</summary>
public abstract class SqliteTest : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("foldstream-sqlite-");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Long enough for anything that happens at all, on a machine that is busy with other things.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(30);

    protected string FilePath => PathOf("store.db");

    protected string PathOf(string name) => Path.Combine(folder.FullName, name);

    protected ValueTask<SqliteEventStore> OpenAsync(SqliteStoreOptions? options = null) =>
        SqliteEventStore.OpenAsync(FilePath, options, Cancellation);

    protected static Task<AppendResult> AppendAsync(
        SqliteEventStore store, string stream = "one", WriteCondition? condition = null, params EventData[] events) =>
        store.AppendAsync(
            Sample.Stream(stream), condition ?? ExpectedVersion.Any, events.Length == 0 ? [Sample.Event()] : events, Cancellation).AsTask();

    protected static ValueTask<List<RecordedEvent>> ReadAsync(IEventStore store, string stream = "one") =>
        store.ReadAsync(Sample.Stream(stream), cancellationToken: Cancellation).ToListAsync(Cancellation);

    protected static ValueTask<List<RecordedEvent>> ReadLogAsync(IEventLog store, LogRange? range = null) =>
        store.ReadLogAsync(range, Cancellation).ToListAsync(Cancellation);

    /// <summary>Runs a statement on a file, beside the store; gives the first value of its first row.</summary>
    protected object? Query(string sql, string? path = null)
    {
        using var connection = new SqliteConnection($"Data Source={path ?? FilePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }

    /// <summary>Waits until something holds, and fails if it never does.</summary>
    protected static async Task UntilAsync(Func<bool> holds)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!holds())
            await Task.Delay(5, patience.Token);
    }

    public void Dispose()
    {
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }
}
