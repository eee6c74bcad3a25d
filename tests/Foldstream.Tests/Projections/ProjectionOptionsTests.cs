namespace Foldstream.Tests;

public sealed class ProjectionOptionsTests : IAsyncDisposable
{
    private readonly InMemoryEventStore store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Theory]
    [InlineData(1000, 1)]
    [InlineData(0, 4)]
    public async Task Cached_documents_are_not_loaded_again(int cached, int loads)
    {
        var counting = new FaultyReadModels(store);
        var work = new ProjectionWork<PayerBalance<BehindAppends>>(counting, new DocumentCollection("balances-behind"), isShared: false, cached);
        await store.PrepareAsync(PayerBalance<BehindAppends>.Definition, "balances 1", cancellationToken: Cancellation);
        var held = (await store.EnsureCheckpointsAsync("balances-behind", 1, null, Cancellation))[0];
        for (var step = 0; step < 4; step++)
            await HandleAsync(work, held, await PayAsync("ann"));
        Assert.Equal(loads, counting.CountOf("load documents"));
    }

    [Fact]
    public async Task What_is_cached_under_one_token_is_not_used_under_another()
    {
        var counting = new FaultyReadModels(store);
        var work = new ProjectionWork<PayerBalance<BehindAppends>>(counting, new DocumentCollection("balances-behind"), isShared: false, 1000);
        await store.PrepareAsync(PayerBalance<BehindAppends>.Definition, "balances 1", cancellationToken: Cancellation);
        await store.EnsureCheckpointsAsync("balances-behind", 1, null, Cancellation);
        for (var taken = 1; taken < 4; taken++)
        {
            var held = await store.TakeOverAsync("balances-behind", 0, Cancellation);
            await HandleAsync(work, held, await PayAsync("ann"));
            await HandleAsync(work, held, await PayAsync("ann"));
            Assert.Equal(taken, counting.CountOf("load documents"));
        }
    }

    [Fact]
    public async Task A_step_that_comes_again_is_left_out()
    {
        var work = new ProjectionWork<PayerBalance<BehindAppends>>(store, new DocumentCollection("balances-behind"), isShared: false, 1000);
        await store.PrepareAsync(PayerBalance<BehindAppends>.Definition, "balances 1", cancellationToken: Cancellation);
        var held = (await store.EnsureCheckpointsAsync("balances-behind", 1, null, Cancellation))[0];
        var (first, second) = (await PayAsync("ann"), await PayAsync("ann"));
        await HandleAsync(work, held, first);
        await HandleAsync(work, held, first);
        await HandleAsync(work, held, second);
        await HandleAsync(work, held, first);
        var stored = Assert.Single(await store.LoadDocumentsAsync(new DocumentCollection("balances-behind"), ["ann"], Cancellation));
        Assert.Equal(2, stored.Metadata.Version);
        Assert.Equal(second.Position, Assert.Single(await store.ReadCheckpointsAsync("balances-behind", Cancellation)).Position);
    }

    [Fact]
    public async Task A_rebuild_takes_as_many_events_at_once_as_its_options_say()
    {
        for (var payment = 0; payment < 20; payment++)
            await PayAsync("ann");
        Assert.True(await StepsAsync(1) > await StepsAsync(10) + 15);

        async Task<int> StepsAsync(int batch)
        {
            var told = new Told();
            await store.RebuildAsync<PayerBalance<BehindAppends>>(new RebuildOptions { Partitions = 1, BatchSize = batch }, told, Cancellation);
            return told.All.Count;
        }
    }

    [Fact]
    public async Task A_rebuild_keeps_documents_in_memory_as_its_options_say()
    {
        for (var payment = 0; payment < 20; payment++)
            await PayAsync("ann");
        Assert.True(await LoadsAsync(0) > await LoadsAsync(100) + 10);

        async Task<int> LoadsAsync(int cached)
        {
            var counting = new FaultyReadModels(store);
            await counting.RebuildAsync<PayerBalance<BehindAppends>>(
                new RebuildOptions { Partitions = 1, BatchSize = 1, CachedDocuments = cached }, cancellationToken: Cancellation);
            return counting.CountOf("load documents");
        }
    }

    [Fact]
    public void Numbers_that_mean_nothing_are_refused_by_name()
    {
        Assert.Equal("CachedDocuments", Assert.Throws<ArgumentOutOfRangeException>(() => new ProjectionOptions { CachedDocuments = -1 }).ParamName);
        Assert.Equal("CachedDocuments", Assert.Throws<ArgumentOutOfRangeException>(() => new RebuildOptions { CachedDocuments = -1 }).ParamName);
        Assert.Equal("BatchSize", Assert.Throws<ArgumentOutOfRangeException>(() => new RebuildOptions { BatchSize = 0 }).ParamName);
        Assert.Equal("Partitions", Assert.Throws<ArgumentOutOfRangeException>(() => new RebuildOptions { Partitions = 0 }).ParamName);
        Assert.Equal("TakeBackAfter", Assert.Throws<ArgumentOutOfRangeException>(() => new RebuildOptions { TakeBackAfter = TimeSpan.Zero }).ParamName);
        Assert.Equal("SnapshotEvery", Assert.Throws<ArgumentOutOfRangeException>(() => new LiveOptions { SnapshotEvery = 0 }).ParamName);
    }

    [Fact]
    public async Task Values_that_are_none_of_the_names_are_refused_by_name()
    {
        Assert.Equal("OnStale", Assert.Throws<ArgumentOutOfRangeException>(() => new ProjectionOptions { OnStale = (OnStale)3 }).ParamName);
        Assert.Equal("Poisoned", Assert.Throws<ArgumentOutOfRangeException>(() => new RebuildOptions { Poisoned = (PoisonedEvent)2 }).ParamName);
        var refused = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => store.RunAsync(run => run.Project<PayerBalance<BehindAppends>>((Lifecycle)2), Cancellation));
        Assert.Equal("lifecycle", refused.ParamName);
        Assert.Contains("Async, Inline", refused.Message, StringComparison.Ordinal);
    }

    private static ValueTask HandleAsync(ProjectionWork<PayerBalance<BehindAppends>> work, Checkpoint held, RecordedEvent recorded)
    {
        var taken = PageTaking.Take(work, recorded.AsStored())!.Value;
        return work.HandleAsync([taken], new Progress(held.Subscription, held.Partition, held.Token, taken.Position, 1), Cancellation);
    }

    private async Task<RecordedEvent> PayAsync(string payer)
    {
        await store.AppendAsync(Payment.By(payer), ExpectedVersion.Any, [new Payment(1, "food").Event()], Cancellation);
        return (await store.LatestAsync(Payment.By(payer), Cancellation))!;
    }
}
