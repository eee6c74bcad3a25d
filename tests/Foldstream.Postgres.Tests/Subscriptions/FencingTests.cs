using Npgsql;

namespace Foldstream.Postgres.Tests;

/// <summary>Tokens fence off whoever lost a partition, also in the middle of a transaction; heartbeats wait for nobody's step.</summary>
public sealed class FencingTests : PostgresTest
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task Tokens_of_a_forgotten_subscription_never_come_again()
    {
        await Store.EnsureCheckpointsAsync("mailer", 2, null, Cancellation);
        var old = await Store.TakeOverAsync("mailer", 0, Cancellation);
        await Store.ForgetAsync("mailer", Cancellation);
        var made = await Store.EnsureCheckpointsAsync("mailer", 2, null, Cancellation);
        Assert.All(made, checkpoint => Assert.True(checkpoint.Token > old.Token));
        await Assert.ThrowsAsync<PartitionLostException>(async () => await Store.AdvanceAsync(new Progress("mailer", 0, old.Token, null, 1), Cancellation));
    }

    [Fact]
    public async Task Step_that_waits_behind_a_takeover_is_lost()
    {
        await Store.EnsureCheckpointsAsync("mailer", 1, null, Cancellation);
        var held = await Store.TakeOverAsync("mailer", 0, Cancellation);
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using var transaction = await connection.BeginTransactionAsync(Cancellation);
        await using (var take = new NpgsqlCommand($"UPDATE {Schema.Name}.checkpoints SET token = token + 1", connection))
            await take.ExecuteNonQueryAsync(Cancellation);
        var step = Store.AdvanceAsync(new Progress("mailer", 0, held.Token, null, 1), Cancellation).AsTask();
        await UntilSomebodyWaitsAsync();
        await transaction.CommitAsync(Cancellation);
        await Assert.ThrowsAsync<PartitionLostException>(() => step);
    }

    [Fact]
    public async Task Beat_waits_for_nobodys_step_and_takes_its_partition_later()
    {
        await Store.EnsureCheckpointsAsync("mailer", 3, null, Cancellation);
        await using var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        await using (var transaction = await connection.BeginTransactionAsync(Cancellation))
        {
            await using (var step = new NpgsqlCommand($"UPDATE {Schema.Name}.checkpoints SET handled = 1 WHERE partition = 1", connection))
                await step.ExecuteNonQueryAsync(Cancellation);
            Assert.Equal([0, 2], (await BeatAsync()).Held.Select(held => held.Partition));
            await transaction.CommitAsync(Cancellation);
        }

        Assert.Equal([0, 1, 2], (await BeatAsync()).Held.Select(held => held.Partition));
    }

    [Fact]
    public async Task Restart_and_takeover_free_the_lease()
    {
        await Store.EnsureCheckpointsAsync("mailer", 2, null, Cancellation);
        var before = (await BeatAsync()).Held;
        await Store.TakeOverAsync("mailer", 1, Cancellation);
        Assert.Equal(["a", null], (await Store.ReadLeasesAsync("mailer", Cancellation)).Select(lease => lease.Node));
        var again = (await BeatAsync()).Held;
        Assert.Equal((before[0].Token, true), (again[0].Token, again[1].Token > before[1].Token + 1));
    }

    [Fact]
    public async Task Errors_with_text_that_the_server_refuses_are_kept()
    {
        var position = (await AppendAsync(Sample.Stream(), Sample.Events(1))).LastPosition!.Value;
        var letter = new DeadLetter
        {
            Subscription = "mailer", EventId = Guid.NewGuid(), Position = position, Stream = Sample.Stream(), Version = 0, Type = new EventType("number-drawn"),
            ErrorType = "E", ErrorMessage = "a\0b\uD800c", StackTrace = "\0", Attempts = 1, FirstFailedAt = DateTimeOffset.UnixEpoch, LastFailedAt = DateTimeOffset.UnixEpoch,
        };
        await Store.SaveDeadLetterAsync(letter, Cancellation);
        var kept = Assert.Single(await Store.ReadDeadLettersAsync("mailer", cancellationToken: Cancellation));
        Assert.Equal(("a\uFFFDb\uFFFDc", "\uFFFD"), (kept.ErrorMessage, kept.StackTrace));
    }

    private ValueTask<LeaseRound> BeatAsync() => Store.BeatAsync(new Heartbeat("mailer", "a", Long), Cancellation);

    private async Task UntilSomebodyWaitsAsync()
    {
        var waiting = $"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%{Schema.Name}%checkpoints%' AND pid <> pg_backend_pid()";
        while (await TestServer.ScalarAsync<long>(waiting) == 0)
            await Task.Delay(5, Cancellation);
    }
}
