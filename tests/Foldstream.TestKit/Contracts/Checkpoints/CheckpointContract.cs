namespace Foldstream.TestKit;

/// <summary>How far the partitions of a subscription have come is kept, and moved only by who holds a partition.</summary>
public abstract class CheckpointContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, ISubscriptionStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private const string Mailer = "mailer";

    [Fact]
    public async Task An_unknown_subscription_has_no_checkpoints()
    {
        Assert.Empty(await Store.ReadCheckpointsAsync(Mailer, Cancellation));
        Assert.Empty(await Store.ReadCheckpointsAsync(null, Cancellation));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Partitions_are_made_at_one_position(int partitions)
    {
        var start = await PositionAsync();
        var made = await Store.EnsureCheckpointsAsync(Mailer, partitions, start, Cancellation);
        Assert.Equal(Enumerable.Range(0, partitions), made.Select(checkpoint => checkpoint.Partition));
        Assert.All(made, checkpoint => Assert.Equal((Mailer, partitions, start, 0), (checkpoint.Subscription, checkpoint.Partitions, checkpoint.Position, checkpoint.Handled)));
        Assert.Equal(made, await Store.ReadCheckpointsAsync(Mailer, Cancellation));
    }

    [Fact]
    public async Task Partitions_that_are_there_stay_whatever_is_asked()
    {
        var made = await Store.EnsureCheckpointsAsync(Mailer, 2, null, Cancellation);
        var again = await Store.EnsureCheckpointsAsync(Mailer, 5, await PositionAsync(), Cancellation);
        Assert.Equal(made, again);
    }

    [Fact]
    public async Task Subscriptions_are_listed_by_name_and_partition()
    {
        await Store.EnsureCheckpointsAsync("b", 2, null, Cancellation);
        await Store.EnsureCheckpointsAsync("a", 1, null, Cancellation);
        var all = await Store.ReadCheckpointsAsync(null, Cancellation);
        Assert.Equal([("a", 0), ("b", 0), ("b", 1)], all.Select(checkpoint => (checkpoint.Subscription, checkpoint.Partition)));
    }

    [Fact]
    public async Task A_step_moves_its_partition_alone()
    {
        await Store.EnsureCheckpointsAsync(Mailer, 2, null, Cancellation);
        var held = await Store.TakeOverAsync(Mailer, 1, Cancellation);
        var position = await PositionAsync();
        await AdvanceAsync(held, position, handled: 7);
        await AdvanceAsync(held, null, handled: 2);
        var now = await Store.ReadCheckpointsAsync(Mailer, Cancellation);
        Assert.Null(now[0].Position);
        Assert.Equal((position, 9L, held.Token), (now[1].Position, now[1].Handled, now[1].Token));
    }

    [Fact]
    public async Task Position_zero_is_a_position()
    {
        var first = (await AppendAsync(Sample.Stream(), Sample.Events(1))).LastPosition;
        await Store.EnsureCheckpointsAsync(Mailer, 1, null, Cancellation);
        await AdvanceAsync(await Store.TakeOverAsync(Mailer, 0, Cancellation), first);
        Assert.Equal(first, Assert.Single(await Store.ReadCheckpointsAsync(Mailer, Cancellation)).Position);
    }

    [Fact]
    public async Task Who_was_taken_over_from_moves_nothing()
    {
        await Store.EnsureCheckpointsAsync(Mailer, 1, null, Cancellation);
        var first = await Store.TakeOverAsync(Mailer, 0, Cancellation);
        var second = await Store.TakeOverAsync(Mailer, 0, Cancellation);
        Assert.True(second.Token > first.Token);
        var lost = await Assert.ThrowsAsync<PartitionLostException>(async () => await AdvanceAsync(first, await PositionAsync(), letters: [await LetterAsync()]));
        Assert.Equal((Mailer, 0, first.Token), (lost.Subscription, lost.Partition, lost.Token));
        Assert.Equal(second with { UpdatedAt = default }, Assert.Single(await Store.ReadCheckpointsAsync(Mailer, Cancellation)) with { UpdatedAt = default });
        Assert.Empty(await Store.ReadDeadLettersAsync(Mailer, cancellationToken: Cancellation));
        await AdvanceAsync(second, await PositionAsync());
    }

    [Fact]
    public async Task A_partition_that_is_not_there_cannot_be_taken_or_moved()
    {
        await Store.EnsureCheckpointsAsync(Mailer, 1, null, Cancellation);
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.TakeOverAsync(Mailer, 1, Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.TakeOverAsync("absent", 0, Cancellation));
        await Assert.ThrowsAsync<PartitionLostException>(async () => await Store.AdvanceAsync(new Progress("absent", 0, 0, null, 0), Cancellation));
    }

    [Fact]
    public async Task A_position_of_another_store_is_refused()
    {
        var foreign = new GlobalPosition(Guid.NewGuid(), 1);
        await Assert.ThrowsAsync<ForeignPositionException>(async () => await Store.EnsureCheckpointsAsync(Mailer, 1, foreign, Cancellation));
        await Assert.ThrowsAsync<ForeignPositionException>(async () => await Store.RestartAsync(Mailer, 1, foreign, null, Cancellation));
        await Store.EnsureCheckpointsAsync(Mailer, 1, null, Cancellation);
        var held = await Store.TakeOverAsync(Mailer, 0, Cancellation);
        await Assert.ThrowsAsync<ForeignPositionException>(async () => await AdvanceAsync(held, foreign));
    }

    [Fact]
    public async Task A_restart_fences_every_run_of_before()
    {
        await Store.EnsureCheckpointsAsync(Mailer, 2, null, Cancellation);
        var held = await Store.TakeOverAsync(Mailer, 0, Cancellation);
        await AdvanceAsync(held, await PositionAsync(), handled: 3);
        var restarted = await Store.RestartAsync(Mailer, 3, null, null, Cancellation);
        Assert.Equal(3, restarted.Count);
        Assert.All(restarted, checkpoint => Assert.True(checkpoint.Position is null && checkpoint.Token > held.Token && checkpoint.Partitions == 3));
        Assert.Equal(3, restarted.Sum(checkpoint => checkpoint.Handled));
        await Assert.ThrowsAsync<PartitionLostException>(async () => await AdvanceAsync(held, await PositionAsync()));
        Assert.Equal(restarted, await Store.ReadCheckpointsAsync(Mailer, Cancellation));
    }

    [Fact]
    public async Task A_restart_under_old_tokens_changes_nothing()
    {
        var made = await Store.EnsureCheckpointsAsync(Mailer, 2, null, Cancellation);
        long[] tokens = [.. made.Select(checkpoint => checkpoint.Token)];
        var held = await Store.TakeOverAsync(Mailer, 1, Cancellation);
        await Assert.ThrowsAsync<PartitionLostException>(async () => await Store.RestartAsync(Mailer, 1, null, tokens, Cancellation));
        await Assert.ThrowsAsync<PartitionLostException>(async () => await Store.RestartAsync(Mailer, 1, null, tokens[..1], Cancellation));
        Assert.Equal(2, (await Store.ReadCheckpointsAsync(Mailer, Cancellation)).Count);
        var position = await PositionAsync();
        var restarted = await Store.RestartAsync(Mailer, 1, position, [tokens[0], held.Token], Cancellation);
        Assert.Equal(position, Assert.Single(restarted).Position);
    }

    [Fact]
    public async Task A_restart_makes_an_unknown_subscription() =>
        Assert.Equal(2, (await Store.RestartAsync(Mailer, 2, null, null, Cancellation)).Count);

    [Fact]
    public async Task A_forgotten_subscription_begins_anew()
    {
        await Store.EnsureCheckpointsAsync(Mailer, 2, await PositionAsync(), Cancellation);
        await Store.SaveDeadLetterAsync(await LetterAsync(), Cancellation);
        Assert.True(await Store.ForgetAsync(Mailer, Cancellation));
        Assert.False(await Store.ForgetAsync(Mailer, Cancellation));
        Assert.Empty(await Store.ReadCheckpointsAsync(Mailer, Cancellation));
        Assert.Empty(await Store.ReadDeadLettersAsync(Mailer, cancellationToken: Cancellation));
        Assert.Null(Assert.Single(await Store.EnsureCheckpointsAsync(Mailer, 1, null, Cancellation)).Position);
    }

    [Fact]
    public async Task No_token_is_given_twice_also_when_a_subscription_was_forgotten()
    {
        var given = new List<(int Partition, long Token)>();
        for (var life = 0; life < 3; life++)
        {
            Give(await Store.EnsureCheckpointsAsync(Mailer, 2, null, Cancellation));
            Give([await Store.TakeOverAsync(Mailer, 1, Cancellation), await Store.TakeOverAsync(Mailer, 1, Cancellation)]);
            Give(await Store.RestartAsync(Mailer, 3, null, null, Cancellation));
            Give([await Store.TakeOverAsync(Mailer, 0, Cancellation)]);
            Assert.True(await Store.ForgetAsync(Mailer, Cancellation));
            Give(await Store.RestartAsync(Mailer, 2, null, null, Cancellation));
            Assert.True(await Store.ForgetAsync(Mailer, Cancellation));
        }

        Assert.Equal(given.Distinct(), given);
        foreach (var partition in given.GroupBy(item => item.Partition))
            Assert.Equal(partition.Order(), partition);

        void Give(IEnumerable<Checkpoint> checkpoints) => given.AddRange(checkpoints.Select(checkpoint => (checkpoint.Partition, checkpoint.Token)));
    }

    [Fact]
    public async Task Who_held_a_partition_before_it_was_forgotten_moves_nothing_of_the_one_that_is_made_after()
    {
        var held = (await Store.EnsureCheckpointsAsync(Mailer, 1, null, Cancellation))[0];
        var taken = await Store.TakeOverAsync(Mailer, 0, Cancellation);
        await Store.ForgetAsync(Mailer, Cancellation);
        // As often as it takes for numbers that begin again to come to the same ones.
        for (var made = 0; made < 3; made++)
        {
            await Store.EnsureCheckpointsAsync(Mailer, 1, null, Cancellation);
            await Store.TakeOverAsync(Mailer, 0, Cancellation);
            foreach (var old in new[] { held, taken })
                await Assert.ThrowsAsync<PartitionLostException>(async () => await AdvanceAsync(old, await PositionAsync()));
            Assert.Null(Assert.Single(await Store.ReadCheckpointsAsync(Mailer, Cancellation)).Position);
            await Store.ForgetAsync(Mailer, Cancellation);
        }
    }

    [Fact]
    public async Task Takers_who_race_all_get_tokens_of_their_own()
    {
        await Store.EnsureCheckpointsAsync(Mailer, 1, null, Cancellation);
        var taken = await RaceRounds.RunAsync(8, async _ => (await Store.TakeOverAsync(Mailer, 0, Cancellation)).Token);
        Assert.Equal(8, taken.Select(outcome => outcome.Result).Distinct().Count());
        Assert.Equal(taken.Max(outcome => outcome.Result), Assert.Single(await Store.ReadCheckpointsAsync(Mailer, Cancellation)).Token);
    }

    [Fact]
    public async Task Makers_who_race_make_one_set_of_partitions()
    {
        var made = await RaceRounds.RunAsync(8, async racer => await Store.EnsureCheckpointsAsync(Mailer, racer + 1, null, Cancellation));
        Assert.Single(made.Select(outcome => outcome.Result!.Count).Distinct());
    }

    private async ValueTask<GlobalPosition> PositionAsync() => (await AppendAsync(Sample.Stream(), Sample.Events(1))).LastPosition!.Value;

    private ValueTask AdvanceAsync(Checkpoint held, GlobalPosition? position, long handled = 1, DeadLetter[]? letters = null) =>
        Store.AdvanceAsync(new Progress(held.Subscription, held.Partition, held.Token, position, handled) { DeadLetters = letters ?? [] }, Cancellation);

    private async ValueTask<DeadLetter> LetterAsync() => Letters.Of(Mailer, await PositionAsync(), Clock.Now);
}
