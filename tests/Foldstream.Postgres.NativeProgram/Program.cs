using Foldstream;
using Foldstream.NativeWalk;
using Foldstream.Postgres;
using Npgsql;

// The walk over PostgreSQL, and what that store alone does. Without an argument nothing but the start is measured.
if (args is not ["walk"])
    return;

var connectionString = Environment.GetEnvironmentVariable("POSTGRES_CONNECTION")!;
var options = new PostgresStoreOptions
{
    Schema = $"native_{Guid.NewGuid():N}",
    QueryOperators = new Dictionary<string, string> { [Querying.EndsWith] = "right({field}, length({value})) = {value}" },
};
await using var source = new NpgsqlSlimDataSourceBuilder(connectionString).Build();
await using (var store = await PostgresEventStore.OpenAsync(connectionString, options))
{
    await Walk.RunAsync("postgres", store);
    await ProjectRowsAsync(store);
    await AppendInATransactionOfTheUserAsync(store);
    await AskAsync("DROP TABLE try_rows");
}

await using (var again = await PostgresEventStore.OpenAsync(connectionString, options))
    await Walk.ReadBackAsync("postgres", again);
await AskAsync("DROP SCHEMA {schema} CASCADE");

async Task ProjectRowsAsync(PostgresEventStore store)
{
    await AskAsync("CREATE TABLE try_rows (delivery text NOT NULL, place text NOT NULL)");
    var rows = new TryRows($"{options.Schema}.try_rows");
    await using var running = await store.RunAsync(run => run.Project(rows, options: new SubscriptionOptions { Failures = new FailurePolicy { Retries = 0 } }));
    await running.CaughtUpAsync();
    Check.Equal(9L, await AskAsync("SELECT count(*) FROM try_rows"));
    Check.Equal(0L, await AskAsync("SELECT count(*) FROM try_rows WHERE place = 'roof'"));
    Check.Equal(1L, await AskAsync("SELECT count(*) FROM try_rows WHERE delivery = 'gone' AND place = 'cancelled'"));
    rows.IsHealed = true;
    Check.Equal(new DeadLetterRetries(1, 0), await running.Of<TryRows>().DeadLetters.RetryAllAsync());
    Check.Equal(1L, await AskAsync("SELECT count(*) FROM try_rows WHERE place = 'roof'"));
    Console.WriteLine("postgres: rows in the store's transaction");
}

async Task AppendInATransactionOfTheUserAsync(PostgresEventStore store)
{
    await using var connection = await source.OpenConnectionAsync();
    await using var transaction = await connection.BeginTransactionAsync();
    var before = await store.HeadAsync();
    await store.AppendAsync(new StreamAppend(new StreamId("note", "one"), ExpectedVersion.Any, [new EventData(new EventType("noted"), "{}"u8.ToArray())]), transaction);
    await transaction.CommitAsync();
    await store.WaitAsync(before);
    Check.Equal("noted", (await store.LatestAsync(new StreamId("note", "one")))!.Type.Name);
    Check.Equal(0, (await store.CheckHealthAsync()).Holders.Count);
    Console.WriteLine("postgres: a transaction of the user's own");
}

async Task<object?> AskAsync(string sql)
{
    await using var connection = await source.OpenConnectionAsync();
    await using var command = new NpgsqlCommand($"SET search_path TO {options.Schema}; {sql.Replace("{schema}", options.Schema, StringComparison.Ordinal)}", connection);
    return await command.ExecuteScalarAsync();
}
