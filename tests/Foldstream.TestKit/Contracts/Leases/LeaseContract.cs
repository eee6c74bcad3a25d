namespace Foldstream.TestKit;

/// <summary>Nodes share the partitions of a subscription: evenly, each partition by one at a time, and a dead node's pass on.</summary>
public abstract class LeaseContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, ILeaseStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private const string Name = "mailer";
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(10);

    /// <summary>Lets so much time pass, by the store's clock. The default moves <see cref="StoreContract{TStore, TFixture}.Clock"/>; a server's clock is waited for.</summary>
    protected virtual Task PassAsync(TimeSpan time)
    {
        Clock.Move(time);
        return Task.CompletedTask;
    }

    /// <summary>A duration that tests can wait for.</summary>
    protected virtual TimeSpan Short => TimeSpan.FromSeconds(1);

    [Fact]
    public async Task A_single_node_gets_every_partition()
    {
        await MakeAsync(5);
        var round = await BeatAsync("a");
        Assert.Equal((5, 1), (round.Share, round.Nodes));
        Assert.Equal([0, 1, 2, 3, 4], round.Held.Select(checkpoint => checkpoint.Partition));
        Assert.All(await LeasesAsync(), lease => Assert.Equal("a", lease.Node));
    }

    [Fact]
    public async Task A_lease_comes_with_a_higher_token_and_its_renewal_with_the_same()
    {
        var made = await MakeAsync(1);
        var first = Assert.Single((await BeatAsync("a")).Held);
        Assert.True(first.Token > made[0].Token);
        Assert.Equal(first.Token, Assert.Single((await BeatAsync("a")).Held).Token);
        await Store.AdvanceAsync(new Progress(Name, 0, first.Token, null, 1), Cancellation);
    }

    [Fact]
    public async Task A_node_that_joins_gets_its_share_once_it_is_given_back()
    {
        await MakeAsync(4);
        var first = await BeatAsync("a");
        var second = await BeatAsync("b");
        Assert.Equal((2, 0), (second.Share, second.Held.Count));
        first = await BeatAsync("a");
        Assert.Equal((2, 4), (first.Share, first.Held.Count));
        foreach (var surplus in first.Held.Skip(first.Share))
            await Store.ReleaseAsync(Name, surplus.Partition, surplus.Token, Cancellation);
        second = await BeatAsync("b");
        Assert.Equal([2, 3], second.Held.Select(checkpoint => checkpoint.Partition));
        Assert.Equal(2, (await BeatAsync("a")).Held.Count);
    }

    [Fact]
    public async Task Uneven_shares_are_together_all_partitions()
    {
        await MakeAsync(7);
        foreach (var node in (string[])["a", "b", "c"])
            await BeatAsync(node);
        var shares = new List<int>();
        foreach (var node in (string[])["a", "b", "c"])
            shares.Add((await BeatAsync(node)).Share);
        Assert.Equal([3, 2, 2], shares);
    }

    [Fact]
    public async Task A_dead_nodes_partitions_pass_on_when_its_time_is_over()
    {
        await MakeAsync(3);
        var dead = (await BeatAsync("a", Short)).Held;
        Assert.Empty((await BeatAsync("b")).Held);
        await PassAsync(Short + TimeSpan.FromMilliseconds(200));
        var heir = await BeatAsync("b");
        Assert.Equal((3, 3, 1), (heir.Held.Count, heir.Share, heir.Nodes));
        await Assert.ThrowsAsync<PartitionLostException>(async () => await Store.AdvanceAsync(new Progress(Name, 0, dead[0].Token, null, 1), Cancellation));
        Assert.Empty((await BeatAsync("a")).Held);
    }

    [Fact]
    public async Task A_late_node_that_nobody_replaced_keeps_what_it_had()
    {
        await MakeAsync(2);
        var before = (await BeatAsync("a", Short)).Held;
        await PassAsync(Short + TimeSpan.FromMilliseconds(200));
        var after = (await BeatAsync("a", Short)).Held;
        Assert.Equal([0, 1], after.Select(checkpoint => checkpoint.Partition));
        Assert.All(before.Zip(after), pair => Assert.True(pair.Second.Token >= pair.First.Token));
    }

    [Fact]
    public async Task A_node_that_leaves_frees_its_partitions_at_once()
    {
        await MakeAsync(3);
        await BeatAsync("a");
        await Store.LeaveAsync(Name, "a", Cancellation);
        Assert.All(await LeasesAsync(), lease => Assert.Null(lease.Node));
        Assert.Equal((3, 1), ((await BeatAsync("b")).Held.Count, (await BeatAsync("b")).Nodes));
    }

    [Fact]
    public async Task A_node_that_wants_none_is_not_counted_and_told_what_it_holds()
    {
        await MakeAsync(2);
        await BeatAsync("a");
        var unhealthy = await BeatAsync("a", wants: false);
        Assert.Equal((0, 2, 0), (unhealthy.Share, unhealthy.Held.Count, unhealthy.Nodes));
        foreach (var held in unhealthy.Held)
            await Store.ReleaseAsync(Name, held.Partition, held.Token, Cancellation);
        Assert.Empty((await BeatAsync("a", wants: false)).Held);
        Assert.Equal(2, (await BeatAsync("b")).Held.Count);
    }

    [Fact]
    public async Task Giving_back_under_an_old_token_changes_nothing()
    {
        await MakeAsync(1);
        var old = Assert.Single((await BeatAsync("a")).Held);
        await Store.LeaveAsync(Name, "a", Cancellation);
        await BeatAsync("b");
        await Store.ReleaseAsync(Name, 0, old.Token, Cancellation);
        Assert.Equal("b", Assert.Single(await LeasesAsync()).Node);
    }

    [Fact]
    public async Task Subscriptions_share_apart()
    {
        await MakeAsync(2);
        await Store.EnsureCheckpointsAsync("other", 2, null, Cancellation);
        await BeatAsync("a");
        var other = await Store.BeatAsync(new Heartbeat("other", "b", Long), Cancellation);
        Assert.Equal((2, 1), (other.Held.Count, other.Nodes));
    }

    [Fact]
    public async Task A_restart_frees_the_leases()
    {
        await MakeAsync(2);
        await BeatAsync("a");
        await Store.RestartAsync(Name, 3, null, null, Cancellation);
        Assert.Equal([0, 1, 2], (await BeatAsync("a")).Held.Select(checkpoint => checkpoint.Partition));
    }

    [Fact]
    public async Task No_token_is_given_twice_also_when_the_subscription_was_forgotten()
    {
        var given = new List<(int Partition, long Token)>();
        for (var life = 0; life < 3; life++)
        {
            await MakeAsync(2);
            foreach (var node in (string[])["a", "b"])
            {
                given.AddRange((await BeatAsync(node)).Held.Select(held => (held.Partition, held.Token)));
                await Store.LeaveAsync(Name, node, Cancellation);
            }

            Assert.True(await Store.ForgetAsync(Name, Cancellation));
        }

        Assert.Equal(12, given.Count);
        foreach (var partition in given.GroupBy(item => item.Partition))
            Assert.Equal(partition.Distinct().Order(), partition);
    }

    [Fact]
    public async Task Nodes_that_race_never_hold_one_partition_together_and_soon_hold_them_all()
    {
        const int Nodes = 8;
        const int Partitions = 64;
        await MakeAsync(Partitions);
        for (var round = 0; round < 5; round++)
        {
            var beats = await RaceRounds.RunAsync(Nodes, async node =>
            {
                var beat = await BeatAsync($"node-{node}");
                foreach (var surplus in beat.Held.Skip(beat.Share))
                    await Store.ReleaseAsync(Name, surplus.Partition, surplus.Token, Cancellation);
                return beat;
            });
            Assert.All(beats, beat => Assert.Null(beat.Error));
            // Under one token a partition is one node's.
            var tokens = beats.SelectMany(beat => beat.Result!.Held.Select(held => (held.Partition, held.Token))).ToList();
            Assert.Equal(tokens.Count, tokens.Distinct().Count());
        }

        var settled = new List<LeaseRound>();
        for (var node = 0; node < Nodes; node++)
            settled.Add(await BeatAsync($"node-{node}"));
        Assert.All(settled, beat => Assert.Equal((Partitions / Nodes, Partitions / Nodes), (beat.Held.Count, beat.Share)));
        Assert.Equal(Enumerable.Range(0, Partitions), settled.SelectMany(beat => beat.Held).Select(held => held.Partition).Order());
    }

    private ValueTask<IReadOnlyList<Checkpoint>> MakeAsync(int partitions) => Store.EnsureCheckpointsAsync(Name, partitions, null, Cancellation);

    private ValueTask<LeaseRound> BeatAsync(string node, TimeSpan? duration = null, bool wants = true) =>
        Store.BeatAsync(new Heartbeat(Name, node, duration ?? Long, wants), Cancellation);

    private ValueTask<IReadOnlyList<Lease>> LeasesAsync() => Store.ReadLeasesAsync(Name, Cancellation);
}
