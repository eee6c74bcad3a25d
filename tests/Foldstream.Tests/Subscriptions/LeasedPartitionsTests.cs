using System.Collections.Concurrent;

namespace Foldstream.Tests;

/// <summary>Which partitions a node runs, by what the store says that it holds.</summary>
public sealed class LeasedPartitionsTests : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly InMemoryEventStore store = new();
    private readonly ConcurrentQueue<int> released = new();
    private readonly LeasedPartitions partitions;

    public LeasedPartitionsTests()
    {
        var context = new SubscriptionContext(store, SubscriberWork.Part(new Listener(), null, new SubscriptionOptions { Partitions = 2 }), RunOptions.Default);
        partitions = new LeasedPartitions(context, ReleaseAsync, new Deaf(), new Nobody(), new Pulse());
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await partitions.GiveUpAllAsync();
        await store.DisposeAsync();
    }

    [Fact]
    public async Task What_is_held_runs_and_what_is_above_the_share_is_given_back()
    {
        var held = await HeldAsync();
        partitions.Match(held, 2);
        Assert.Equal(2, partitions.Loops.Count);
        partitions.Match(held, 1);
        Assert.Equal(0, Assert.Single(partitions.Loops).Held.Partition);
        await ReleasedAsync(1);
        Assert.Equal([1], released);
    }

    [Fact]
    public async Task Who_has_given_up_all_begins_nothing_that_a_late_answer_says_he_holds_and_gives_it_back()
    {
        var held = await HeldAsync();
        partitions.Match(held, 1);
        await partitions.GiveUpAllAsync().WaitAsync(Patience, Cancellation);
        released.Clear();
        partitions.Match(held, 2);
        Assert.Empty(partitions.Loops);
        await ReleasedAsync(2);
        Assert.Equal([0, 1], released.Order());
    }

    private async ValueTask<IReadOnlyList<Checkpoint>> HeldAsync() => await store.EnsureCheckpointsAsync("listener", 2, null, Cancellation);

    private async Task ReleasedAsync(int count)
    {
        using var late = new CancellationTokenSource(Patience);
        while (released.Count < count)
            await Task.Delay(1, late.Token);
    }

    private ValueTask ReleaseAsync(Checkpoint held)
    {
        released.Enqueue(held.Partition);
        return ValueTask.CompletedTask;
    }

    private sealed class Deaf : IOwnerEvents
    {
        public void Changed()
        {
        }

        public void Failed(IPartitionOwner owner, Exception error) => Assert.Fail(error.Message);
    }

    private sealed class Nobody : IPartitionOwner
    {
        public IReadOnlyCollection<PartitionLoop> Loops => [];

        public ValueTask StartAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public Task<Exception?> StopAsync() => Task.FromResult<Exception?>(null);
    }
}
