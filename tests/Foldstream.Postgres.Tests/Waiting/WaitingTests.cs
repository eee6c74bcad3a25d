using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>Appends of other processes wake those who wait at once, by notification, and by polling where that is lost.</summary>
public sealed class WaitingTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Never = TimeSpan.FromMinutes(30);

    private readonly TestSchema schema = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => schema.DisposeAsync();

    [Fact]
    public async Task Append_of_another_process_is_notified()
    {
        await using var waiting = await schema.OpenAsync(new PostgresStoreOptions { PollingInterval = Never });
        await using var writing = await schema.OpenAsync();
        var wait = await WaitListeningAsync(waiting, null);
        await AppendAsync(writing);
        await wait.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Append_of_the_same_store_needs_no_notification()
    {
        await using var store = await schema.OpenAsync(new PostgresStoreOptions { PollingInterval = Never, Notifications = false });
        var wait = store.WaitAsync(null, Cancellation).AsTask();
        await Task.Delay(100, Cancellation);
        await AppendAsync(store);
        await wait.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Without_notifications_polling_finds_what_others_wrote()
    {
        await using var waiting = await schema.OpenAsync(new PostgresStoreOptions { PollingInterval = TimeSpan.FromMilliseconds(50), Notifications = false });
        await using var writing = await schema.OpenAsync(new PostgresStoreOptions { Notifications = false });
        var wait = waiting.WaitAsync(null, Cancellation).AsTask();
        await AppendAsync(writing);
        await wait.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Without_notifications_and_before_the_next_poll_nothing_is_found()
    {
        await using var waiting = await schema.OpenAsync(new PostgresStoreOptions { PollingInterval = Never });
        await using var writing = await schema.OpenAsync(new PostgresStoreOptions { Notifications = false });
        var wait = await WaitListeningAsync(waiting, null);
        await AppendAsync(writing);
        await Task.Delay(200, Cancellation);
        Assert.False(wait.IsCompleted);
    }

    [Fact]
    public async Task Append_in_a_users_transaction_is_found_by_polling()
    {
        await using var store = await schema.OpenAsync(new PostgresStoreOptions { PollingInterval = TimeSpan.FromMilliseconds(50) });
        var wait = store.WaitAsync(null, Cancellation).AsTask();
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await store.AppendAsync(new StreamAppend(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()]), transaction, Cancellation);
        await Task.Delay(150, Cancellation);
        Assert.False(wait.IsCompleted);
        await transaction.CommitAsync(Cancellation);
        await wait.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Lost_connection_of_the_listener_is_polled_over_and_made_again()
    {
        await using var waiting = await schema.OpenAsync(new PostgresStoreOptions { PollingInterval = TimeSpan.FromMilliseconds(100) });
        await using var writing = await schema.OpenAsync();
        var wait = await WaitListeningAsync(waiting, null);
        await TestServer.ExecuteAsync(
            $"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN {new SchemaName(schema.Name).Channel}'");
        var last = (await AppendAsync(writing)).LastPosition;
        await wait.WaitAsync(Patience, Cancellation);
        var again = await WaitListeningAsync(waiting, last);
        await AppendAsync(writing);
        await again.WaitAsync(Patience, Cancellation);
    }

    [Fact]
    public async Task Pooled_connections_are_left_without_a_listener()
    {
        await using var source = NpgsqlDataSource.Create(TestServer.ConnectionString + ";No Reset On Close=true;Maximum Pool Size=5");
        await using (var store = await PostgresEventStore.OpenAsync(source, schema.Options, Cancellation))
        {
            var wait = await WaitListeningAsync(store, null);
            await AppendAsync(store);
            await wait.WaitAsync(Patience, Cancellation);
        }

        var connections = new List<NpgsqlConnection>();
        for (var number = 0; number < 5; number++)
        {
            connections.Add(await source.OpenConnectionAsync(Cancellation));
            await using var command = new NpgsqlCommand("SELECT count(*) FROM pg_listening_channels()", connections[^1]);
            Assert.Equal(0L, await command.ExecuteScalarAsync(Cancellation));
        }

        foreach (var connection in connections)
            await connection.DisposeAsync();
    }

    [Fact]
    public async Task Disposal_ends_a_wait_with_an_error()
    {
        var store = await schema.OpenAsync();
        var wait = await WaitListeningAsync(store, null);
        await store.DisposeAsync();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => wait.WaitAsync(Patience, Cancellation));
    }

    private static ValueTask<AppendResult> AppendAsync(PostgresEventStore store) =>
        store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()], Cancellation);

    private static async Task<Task> WaitListeningAsync(PostgresEventStore store, GlobalPosition? after)
    {
        var wait = store.WaitAsync(after, Cancellation).AsTask();
        while (!(await store.CheckHealthAsync(Cancellation)).IsListening)
            await Task.Delay(5, Cancellation);
        // The look that follows the connection is over as well.
        await Task.Delay(20, Cancellation);
        return wait;
    }
}
