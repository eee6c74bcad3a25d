using System.Collections.Concurrent;

namespace Foldstream.TestKit;

/// <summary>Nodes share a subscription: who joins gets a share, who dies, hangs or is unwell loses it, and who has lost it can keep nothing.</summary>
public abstract class NodeContract<TStore, TFixture> : SubscriptionContract<TStore, TFixture>
    where TStore : class, IReadModelStore, ILeaseStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(3);

    private readonly ConcurrentQueue<(string Node, EventContext Context)> handled = new();

    protected override EventStoreOptions Options => new();

    private SubscriptionOptions Four { get; } = Quick with { Partitions = 4, BatchSize = 20 };

    [Fact]
    public async Task A_node_that_joins_gets_its_share_in_time()
    {
        await using var first = await StartAsync("a");
        Assert.Equal([0, 1, 2, 3], first["listener"].Partitions);
        await using var second = await StartAsync("b");
        await UntilAsync(() => first["listener"].Partitions.Count == 2 && second["listener"].Partitions.Count == 2, "each has its half");
        await AppendToManyAsync(0);
        await Task.WhenAll(CaughtUpAsync(first), CaughtUpAsync(second));
        await AssertOnceInOrderAsync();
        Assert.Equal(["a", "b"], handled.Select(item => item.Node).Distinct().Order());
    }

    [Fact]
    public async Task A_node_that_stops_hands_over_at_once()
    {
        await using var second = await StartAsync("b");
        await using (var first = await StartAsync("a"))
            await UntilAsync(() => first["listener"].Partitions.Count == 2, "it has its half");
        await AppendToManyAsync(0);
        await CaughtUpAsync(second);
        await AssertOnceInOrderAsync();
        Assert.Equal([0, 1, 2, 3], second["listener"].Partitions);
    }

    [Fact]
    public async Task A_node_that_dies_loses_its_partitions_and_keeps_nothing_any_more()
    {
        // What a process leaves that was killed: a lease that nobody renews, and a token.
        await Store.EnsureCheckpointsAsync("listener", 4, null, Cancellation);
        var dead = await Store.BeatAsync(new Heartbeat("listener", "dead", Lease), Cancellation);
        Assert.Equal(4, dead.Held.Count);
        await AppendToManyAsync(0);
        await using var heir = await StartAsync("heir");
        await CaughtUpAsync(heir);
        await AssertOnceInOrderAsync();
        foreach (var held in dead.Held)
        {
            await Assert.ThrowsAsync<PartitionLostException>(
                async () => await Store.AdvanceAsync(new Progress("listener", held.Partition, held.Token, null, 0), Cancellation));
        }
    }

    [Fact]
    public async Task A_node_that_is_unwell_gives_up_its_own_until_it_is_well_again()
    {
        var isWell = true;
        await using var first = await StartAsync("a", new RunOptions { Node = "a", LeaseDuration = Lease, Healthy = _ => ValueTask.FromResult(Volatile.Read(ref isWell)) });
        await using var second = await StartAsync("b");
        await UntilAsync(() => second["listener"].Partitions.Count == 2, "each has its half");
        Volatile.Write(ref isWell, false);
        await UntilAsync(() => second["listener"].Partitions.Count == 4, "the other has everything");
        Assert.Empty(first["listener"].Partitions);
        Volatile.Write(ref isWell, true);
        await UntilAsync(() => first["listener"].Partitions.Count == 2, "it has its half again");
    }

    [Fact]
    public async Task A_node_that_cannot_say_whether_it_is_well_gives_up_its_own()
    {
        await using var first = await StartAsync("a", new RunOptions { Node = "a", LeaseDuration = Lease, Healthy = _ => throw new InvalidOperationException("no answer") });
        await using var second = await StartAsync("b");
        await UntilAsync(() => second["listener"].Partitions.Count == 4, "the other has everything");
        Assert.Equal(SubscriptionErrorKind.Node, first["listener"].LastErrors[0].Kind);
    }

    [Fact]
    public async Task A_node_that_hangs_loses_its_partitions()
    {
        await using var second = await StartAsync("b");
        var hanging = new Listener { Handling = (_, _) => Task.Delay(Timeout.Infinite, CancellationToken.None) };
        await using var first = await Store.RunAsync(
            run => run.With(new RunOptions { Node = "a", LeaseDuration = Lease })
                .Subscribe(hanging, options: Four with { HandlerTimeout = Timeout.InfiniteTimeSpan, StallTimeout = TimeSpan.FromMilliseconds(500) }),
            Cancellation);
        await UntilAsync(() => first["listener"].Partitions.Count == 2, "each has its half");
        await AppendToManyAsync(0);
        await CaughtUpAsync(second);
        await AssertOnceInOrderAsync();
        Assert.IsType<SubscriptionStalledException>(first["listener"].Error);
    }

    [Fact]
    public async Task A_handler_that_outlives_its_lost_partition_does_not_end_the_subscription()
    {
        var runs = new TaskCompletionSource();
        var mayEnd = new TaskCompletionSource();
        var outliving = new Listener
        {
            Handling = (_, _) =>
            {
                runs.TrySetResult();
                return mayEnd.Task;
            },
        };
        await using var node = await Store.RunAsync(
            run => run.With(new RunOptions { Node = "a", LeaseDuration = Lease }).Subscribe(outliving, options: Quick), Cancellation);
        await AppendAsync(Sample.Stream(), Sample.Events(1));
        await runs.Task.WaitAsync(Patience, Cancellation);
        await Store.TakeOverAsync("listener", 0, Cancellation);
        await UntilAsync(() => node["listener"].LastErrors.Any(error => error.Kind == SubscriptionErrorKind.Partition), "it is told");
        Assert.Null(node["listener"].Error);
        mayEnd.SetResult();
        await CaughtUpAsync(node);
    }

    [Fact]
    public async Task Nodes_come_and_go_while_others_write()
    {
        var writing = Task.Run(
            async () =>
            {
                for (var round = 0; round < 10; round++)
                    await AppendToManyAsync(round * 100);
            },
            Cancellation);
        await using var first = await StartAsync("a");
        await using (var second = await StartAsync("b"))
            await UntilAsync(() => second["listener"].Partitions.Count == 2, "the second has its half");
        await using var third = await StartAsync("c");
        await writing;
        await CaughtUpAsync(first);
        await AssertOnceInOrderAsync();
    }

    [Fact]
    public async Task Another_number_of_partitions_is_followed_by_the_nodes_that_run()
    {
        await AppendToManyAsync(0);
        await using var first = await StartAsync("a");
        await using var second = await Store.RunAsync(
            run => run.With(new RunOptions { Node = "b", LeaseDuration = Lease }).Subscribe(Recording("b"), options: Four with { Partitions = 6 }), Cancellation).WaitAsync(Patience, Cancellation);
        await UntilAsync(() => first["listener"].Partitions.Count == 3 && second["listener"].Partitions.Count == 3, "each has half of six");
        await AppendToManyAsync(100);
        await CaughtUpAsync(first);
        var log = await Store.ReadLogAsync(null, Cancellation).ToListAsync(Cancellation);
        // A handler in hand when its partition was taken is repeated: at least once.
        Assert.Equal(log.Select(recorded => recorded.Id).Order(), handled.Select(item => item.Context.Id).Distinct().Order());
    }

    private Task<RunningSubscriptions> StartAsync(string node, RunOptions? options = null) => Store.RunAsync(
        run => run.With(options ?? new RunOptions { Node = node, LeaseDuration = Lease }).Subscribe(Recording(node), options: Four), Cancellation).WaitAsync(Patience, Cancellation);

    private Listener Recording(string node) => new()
    {
        Handling = (context, _) =>
        {
            handled.Enqueue((node, context));
            return Task.CompletedTask;
        },
    };

    /// <summary>100 events in 20 streams, in turn.</summary>
    private async Task AppendToManyAsync(int first)
    {
        for (var number = 0; number < 100; number += 2)
            await AppendAsync(Sample.Stream($"stream-{number / 2 % 20}"), Sample.Events(2, first + number));
    }

    private Task AssertOnceInOrderAsync() => AssertHandledOnceInOrderAsync(handled.Select(item => item.Context));
}
