namespace Foldstream.Postgres.Tests;

/// <summary>A server that dies in the middle loses nothing that was acknowledged, and stores nothing twice.</summary>
public sealed class CrashTests
{
    private const int Writers = 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Acknowledged_appends_survive_the_kill_of_the_server()
    {
        await using var server = await PostgresServer.StartAsync();
        await using var store = await PostgresEventStore.OpenAsync(server.ConnectionString, new PostgresStoreOptions { FaultAttempts = 2 }, Cancellation);
        var acknowledged = new List<(int Writer, int Number)>();
        for (var round = 0; round < 3; round++)
            await KillWhileWritingAsync(server, store, round, acknowledged);

        var log = await store.ReadLogAsync(null, Cancellation).ToListAsync(Cancellation);
        var stored = log.Select(recorded => (Writer: int.Parse(recorded.Stream.Id[1..], null), Number: Sample.NumberOf(recorded))).ToArray();
        Assert.Equal(stored.Length, stored.Distinct().Count());
        Assert.Empty(acknowledged.Except(stored));
        Assert.Equal(log.Select(recorded => recorded.Position!.Value.Value), log.Select(recorded => recorded.Position!.Value.Value).Order().Distinct());
        foreach (var stream in log.GroupBy(recorded => recorded.Stream))
            Assert.Equal(Enumerable.Range(0, stream.Count()).Select(number => (long)number), stream.Select(recorded => recorded.Version.Value));
        Assert.True(acknowledged.Count > Writers);
    }

    [Fact]
    public async Task Those_who_wait_and_those_who_follow_get_over_a_restart()
    {
        await using var server = await PostgresServer.StartAsync("-c fsync=off");
        var options = new PostgresStoreOptions { PollingInterval = TimeSpan.FromMilliseconds(100), FaultAttempts = 8 };
        await using var following = await PostgresEventStore.OpenAsync(server.ConnectionString, options, Cancellation);
        await using var writing = await PostgresEventStore.OpenAsync(server.ConnectionString, options, Cancellation);
        var last = (await writing.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Numbered(0)], Cancellation)).LastPosition;
        var wait = following.WaitAsync(last, Cancellation).AsTask();
        await Task.Delay(200, Cancellation);
        await server.KillAsync();
        await Task.Delay(200, Cancellation);
        await server.StartAgainAsync();
        Assert.False(wait.IsCompleted);
        await writing.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Numbered(1)], Cancellation);
        await wait.WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        var log = await following.ReadLogAsync(new LogRange { After = last }, Cancellation).ToListAsync(Cancellation);
        Assert.Equal([1], log.Select(Sample.NumberOf));
    }

    [Fact]
    public async Task Feed_on_a_standby_is_refused_and_says_why()
    {
        await using var server = await PostgresServer.StartAsync("-c fsync=off");
        await using (var store = await PostgresEventStore.OpenAsync(server.ConnectionString, null, Cancellation))
            await store.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Numbered(0)], Cancellation);
        await server.BecomeStandbyAsync();

        await using var standby = await PostgresEventStore.OpenAsync(server.ConnectionString, null, Cancellation);
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await standby.ReadLogAsync(null, Cancellation).ToListAsync(Cancellation));
        Assert.Contains("Target Session Attributes=primary", error.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await standby.WaitAsync(null, Cancellation));
        Assert.Single(await standby.ReadAsync(Sample.Stream(), null, Cancellation).ToListAsync(Cancellation));
        var write = await Assert.ThrowsAsync<StoreUnavailableException>(
            async () => await standby.AppendAsync(Sample.Stream(), ExpectedVersion.Any, [Sample.Event()], Cancellation));
        Assert.Contains("Target Session Attributes=primary", write.Message, StringComparison.Ordinal);
    }

    private static async Task KillWhileWritingAsync(
        PostgresServer server, PostgresEventStore store, int round, List<(int Writer, int Number)> acknowledged)
    {
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(store, writer, round, acknowledged, stop.Token))).ToArray();
        await Task.Delay(400, Cancellation);
        await server.KillAsync();
        await stop.CancelAsync();
        await Task.WhenAll(writers);
        await server.StartAgainAsync();
    }

    private static async Task WriteAsync(
        PostgresEventStore store, int writer, int round, List<(int Writer, int Number)> acknowledged, CancellationToken stop)
    {
        for (var number = round * 1_000_000; !stop.IsCancellationRequested; number++)
        {
            try
            {
                await store.AppendAsync(Sample.Stream($"s{writer}"), ExpectedVersion.Any, [Sample.Numbered(number)], Cancellation);
                lock (acknowledged)
                    acknowledged.Add((writer, number));
            }
            catch (StoreUnavailableException)
            {
                return;
            }
        }
    }
}
