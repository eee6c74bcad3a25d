using Foldstream;
using Foldstream.NativeWalk;
using Foldstream.Sqlite;
using Microsoft.Data.Sqlite;

// The walk over the stores that need no server. Without an argument nothing but the start is measured.
if (args is not ["walk"])
    return;

await using (var memory = new InMemoryEventStore(queryOperators: new Dictionary<string, MemoryQueryOperator>
{
    [Querying.EndsWith] = (field, value) => field?.EndsWith(value!, StringComparison.Ordinal) == true,
}))
    await Walk.RunAsync("memory", memory);

const string File = "walk.db";
var options = new SqliteStoreOptions
{
    QueryOperators = new Dictionary<string, string> { [Querying.EndsWith] = "substr({field}, -length({value})) = {value}" },
};
await using (var store = await SqliteEventStore.OpenAsync(File, options))
{
    await Walk.RunAsync("sqlite", store);
    await ProjectRowsAsync(store);
}

await using (var again = await SqliteEventStore.OpenAsync(File, options))
    await Walk.ReadBackAsync("sqlite", again);

static async Task ProjectRowsAsync(SqliteEventStore store)
{
    await using var connection = new SqliteConnection($"Data Source={File}");
    await connection.OpenAsync();
    await AskAsync("CREATE TABLE try_rows (delivery TEXT NOT NULL, place TEXT NOT NULL)");
    var rows = new TryRows();
    await using var running = await store.RunAsync(run => run.Project(rows, options: new SubscriptionOptions { Failures = new FailurePolicy { Retries = 0 } }));
    await running.CaughtUpAsync();
    Check.Equal(9L, await AskAsync("SELECT count(*) FROM try_rows"));
    Check.Equal(0L, await AskAsync("SELECT count(*) FROM try_rows WHERE place = 'roof'"));
    Check.Equal(1L, await AskAsync("SELECT count(*) FROM try_rows WHERE delivery = 'gone' AND place = 'cancelled'"));
    rows.IsHealed = true;
    Check.Equal(new DeadLetterRetries(1, 0), await running.Of<TryRows>().DeadLetters.RetryAllAsync());
    Check.Equal(1L, await AskAsync("SELECT count(*) FROM try_rows WHERE place = 'roof'"));
    Console.WriteLine("sqlite: rows in the store's transaction");

    async Task<object?> AskAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync();
    }
}
