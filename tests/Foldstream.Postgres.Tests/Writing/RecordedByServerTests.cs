namespace Foldstream.Postgres.Tests;

/// <summary>Recorded-at is the server's time, never decreases within a stream, and is not the client's.</summary>
public sealed class RecordedByServerTests : PostgresTest
{
    private readonly TestClock clock = new();
    private readonly StreamId stream = Sample.Stream();

    protected override PostgresStoreOptions Options => new() { Store = new EventStoreOptions { Clock = clock } };

    [Fact]
    public async Task Recorded_at_is_the_servers()
    {
        var before = await TestServer.ScalarAsync<DateTime>("SELECT clock_timestamp()");
        var result = await AppendAsync(stream, Sample.Event());
        Assert.InRange(result.RecordedAt.UtcDateTime, before, await TestServer.ScalarAsync<DateTime>("SELECT clock_timestamp()"));
        Assert.Equal(TestClock.Start, (await ReadAsync(stream))[0].OccurredAt);
    }

    [Fact]
    public async Task Recorded_at_never_decreases_when_the_servers_clock_goes_backwards()
    {
        await AppendAsync(stream, Sample.Event());
        // As if the clock had been an hour ahead until now.
        await TestServer.ExecuteAsync($"UPDATE {Schema.Name}.streams SET recorded_at = recorded_at + interval '1 hour'");
        var ahead = await TestServer.ScalarAsync<DateTime>($"SELECT recorded_at FROM {Schema.Name}.streams");
        foreach (var condition in (ExpectedVersion[])[ExpectedVersion.Any, ExpectedVersion.Exists, ExpectedVersion.Exactly(2)])
            Assert.Equal(ahead, (await Store.AppendAsync(stream, condition, [Sample.Event()], Cancellation)).RecordedAt.UtcDateTime);
    }
}
