namespace Foldstream.Postgres.Tests;

/// <summary>Health tells how far readers of the log can see, and who holds them back for how long.</summary>
public sealed class HealthTests : PostgresTest
{
    [Fact]
    public async Task Nothing_holds_an_idle_store()
    {
        var result = await AppendAsync(Sample.Stream(), Sample.Events(3));
        var health = await Store.CheckHealthAsync(Cancellation);
        Assert.Equal((result.LastPosition!.Value.Value, result.LastPosition!.Value.Value), (health.LastDrawn, health.Safe));
        Assert.Empty(health.Holders);
        Assert.Equal(TimeSpan.Zero, health.HeldFor);
    }

    [Fact]
    public async Task Open_transaction_with_an_append_is_named_with_its_age()
    {
        var first = await AppendAsync(Sample.Stream(), Sample.Events(3));
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await Store.AppendAsync(new StreamAppend(Sample.Stream("held"), ExpectedVersion.Any, [Sample.Event()]), transaction, Cancellation);
        await AppendAsync(Sample.Stream(), Sample.Event());
        await Task.Delay(50, Cancellation);
        var health = await Store.CheckHealthAsync(Cancellation);
        var holder = Assert.Single(health.Holders);
        Assert.Equal(connection.ProcessID, holder.ProcessId);
        Assert.Equal("idle in transaction", holder.State);
        Assert.Equal((first.LastPosition!.Value.Value, first.LastPosition!.Value.Value), (holder.Above, health.Safe));
        Assert.Equal(first.LastPosition!.Value.Value + 2, health.LastDrawn);
        Assert.True(health.HeldFor > TimeSpan.FromMilliseconds(40), $"Held for {health.HeldFor}.");
    }

    [Fact]
    public async Task Listening_is_told_while_somebody_waits()
    {
        var wait = Store.WaitAsync(null, Cancellation).AsTask();
        while (!(await Store.CheckHealthAsync(Cancellation)).IsListening)
            await Task.Delay(5, Cancellation);
        await AppendAsync(Sample.Stream(), Sample.Event());
        await wait;
    }

    [Theory]
    [InlineData(0)]
    [InlineData(5)]
    [InlineData((1L << 31) - 1)]
    [InlineData(1L << 31)]
    [InlineData((1L << 31) + 1)]
    [InlineData((5L << 31) + 77)]
    public void Floor_is_found_across_the_wrap_of_its_key(long position)
    {
        foreach (var distance in (long[])[-1_000_000_000, -3, -1, 0, 1, 3, 1_000_000_000])
        {
            var floor = position + distance;
            if (floor >= 0)
                Assert.Equal(floor, SafePosition.Nearest(position, floor % SafePosition.Wrap));
        }
    }

    [Fact]
    public async Task Log_is_held_back_across_the_wrap()
    {
        await TestServer.ExecuteAsync($"SELECT setval('{Schema.Name}.positions', {(1L << 31) - 2})");
        await AppendAsync(Sample.Stream(), Sample.Numbered(0));
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await Store.AppendAsync(new StreamAppend(Sample.Stream("held"), ExpectedVersion.Any, [Sample.Numbered(1)]), transaction, Cancellation);
        await AppendAsync(Sample.Stream(), Sample.Numbered(2), Sample.Numbered(3));
        Assert.Equal([0], (await ReadLogAsync()).Select(Sample.NumberOf));
        await transaction.CommitAsync(Cancellation);
        Assert.Equal([0, 1, 2, 3], (await ReadLogAsync()).Select(Sample.NumberOf));
    }
}
