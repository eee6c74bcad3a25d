namespace Foldstream.Tests;

/// <summary>What a stopped owner of partitions tells too late does not end the run that came after it.</summary>
public sealed class OwnerFailureTests : IAsyncDisposable
{
    private readonly InMemoryEventStore store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task The_failure_of_an_earlier_owner_is_not_that_of_the_present_one()
    {
        await using var running = await store.RunAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async), Cancellation);
        var subscription = running.Of<PayerBalance<BehindAppends>>();
        ((IOwnerEvents)subscription).Failed(new EarlierOwner(), new InvalidOperationException("late"));
        Assert.False(subscription.Completion.IsCompleted);
        await subscription.StopAsync();
        Assert.Null(subscription.Error);
        Assert.Equal(SubscriptionState.Stopped, subscription.State);
    }

    private sealed class EarlierOwner : IPartitionOwner
    {
        public IReadOnlyCollection<PartitionLoop> Loops => [];

        public ValueTask StartAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public Task<Exception?> StopAsync() => Task.FromResult<Exception?>(null);
    }
}
