using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>Other processes are told of the first append at once, and of those that follow it closely together.</summary>
public sealed class NotifierTests : IAsyncLifetime
{
    private readonly TestSchema schema = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => schema.DisposeAsync();

    [Fact]
    public async Task Appends_within_the_pause_after_a_notification_are_told_together_at_its_end()
    {
        await using var store = await schema.OpenAsync(new PostgresStoreOptions { Store = new EventStoreOptions { Clock = new StandingClock() } });
        await using var listener = await TestServer.Source.OpenConnectionAsync(Cancellation);
        var told = 0;
        listener.Notification += (_, _) => told++;
        await ExecuteAsync(listener, $"LISTEN {new SchemaName(schema.Name).Channel}");
        await AppendAsync(store);
        await listener.WaitAsync(Cancellation);
        for (var number = 0; number < 20; number++)
            await AppendAsync(store);
        await ExecuteAsync(listener, "SELECT 1");
        Assert.Equal(1, told);
        // What is not told yet is told before the store is closed.
        await store.DisposeAsync();
        await listener.WaitAsync(Cancellation);
        await ExecuteAsync(listener, "SELECT 1");
        Assert.Equal(2, told);
    }

    private static ValueTask<AppendResult> AppendAsync(PostgresEventStore store) =>
        store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()], Cancellation);

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text)
    {
        await using var command = new NpgsqlCommand(text, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    /// <summary>A clock by which no pause ever ends.</summary>
    private sealed class StandingClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
