namespace Foldstream.TestKit;

/// <summary>Documents that are built beside the present ones are not seen until they take their place.</summary>
public abstract class ShadowContract<TStore, TFixture> : ReadModelContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task Shadow_and_present_documents_are_apart()
    {
        await PrepareAsync();
        await WriteAsync(("a", 1));
        await Assert.ThrowsAsync<UnknownProjectionException>(async () => await AmountAsync("a", Pots.Live.Shadow));
        await PrepareAsync(isShadow: true, "two");
        Assert.Null(await AmountAsync("a", Pots.Live.Shadow));
        await WriteAsync(Pots.Live.Shadow, ("a", 2), ("b", 2));
        Assert.Equal((1, null), (await AmountAsync("a"), await AmountAsync("b")));
        Assert.Equal("one", (await Store.FindProjectionAsync("pots", Cancellation))!.Fingerprint);
    }

    [Fact]
    public async Task A_shadow_takes_the_place_of_the_present()
    {
        await PrepareAsync();
        await WriteAsync(("a", 1), ("old", 1));
        for (var round = 2; round < 5; round++)
        {
            await PrepareAsync(isShadow: true, "two");
            await WriteAsync(Pots.Live.Shadow, ("a", round));
            var state = new ProjectionState("pots", Lifecycle.Async, "two", Clock.Now);
            await TransactAsync(transaction => transaction.PromoteAsync(state, Cancellation));
            Assert.Equal((round, null), (await AmountAsync("a"), await AmountAsync("old")));
            Assert.Equal(state, await Store.FindProjectionAsync("pots", Cancellation));
            await Assert.ThrowsAsync<UnknownProjectionException>(async () => await AmountAsync("a", Pots.Live.Shadow));
            await WriteAsync(("a", round * 10));
            Assert.Equal(round * 10, await AmountAsync("a"));
        }
    }

    [Fact]
    public async Task A_promotion_that_is_rolled_back_changes_nothing()
    {
        await PrepareAsync();
        await WriteAsync(("a", 1));
        await PrepareAsync(isShadow: true, "two");
        await WriteAsync(Pots.Live.Shadow, ("a", 2));
        await Assert.ThrowsAsync<TimeoutException>(async () => await TransactAsync(async transaction =>
        {
            await transaction.PromoteAsync(new ProjectionState("pots", Lifecycle.Async, "two", Clock.Now), Cancellation);
            throw new TimeoutException();
        }));
        Assert.Equal((1, 2), (await AmountAsync("a"), await AmountAsync("a", Pots.Live.Shadow)));
    }

    [Fact]
    public async Task A_shadow_is_dropped()
    {
        await PrepareAsync();
        await PrepareAsync(isShadow: true);
        await WriteAsync(Pots.Live.Shadow, ("a", 2));
        await Store.DropShadowAsync("pots", Cancellation);
        await Store.DropShadowAsync("pots", Cancellation);
        await Assert.ThrowsAsync<UnknownProjectionException>(async () => await AmountAsync("a", Pots.Live.Shadow));
        await PrepareAsync(isShadow: true);
        Assert.Null(await AmountAsync("a", Pots.Live.Shadow));
    }

    [Fact]
    public async Task Readers_see_whole_models_only_while_one_takes_the_place_of_another()
    {
        const int Size = 50;
        await PrepareAsync();
        await WriteAsync([.. Enumerable.Range(0, Size).Select(number => ($"pot-{number}", 1))]);
        DocumentKey[] keys = [.. Enumerable.Range(0, Size).Select(number => new DocumentKey($"pot-{number}"))];
        using var ended = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            var models = new HashSet<int>();
            do
            {
                var amounts = (await Store.LoadDocumentsAsync(Pots.Live, keys, Cancellation)).Select(Pots.AmountOf).ToList();
                Assert.Equal(Size, amounts.Count);
                models.Add(Assert.Single(amounts.Distinct()));
            }
            while (!ended.IsCancellationRequested);

            return models;
        }, Cancellation);
        for (var round = 2; round < 8; round++)
        {
            await PrepareAsync(isShadow: true);
            await WriteAsync(Pots.Live.Shadow, [.. Enumerable.Range(0, Size).Select(number => ($"pot-{number}", round))]);
            await TransactAsync(transaction => transaction.PromoteAsync(new ProjectionState("pots", Lifecycle.Async, "two", Clock.Now), Cancellation));
        }

        await ended.CancelAsync();
        Assert.NotEmpty(await reading);
        Assert.Equal(7, await AmountAsync("pot-0"));
    }
}
