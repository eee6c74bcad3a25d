namespace Foldstream.TestKit;

/// <summary>Documents that their class would not make any more are noticed at the start, and treated as the options say.</summary>
public abstract class StaleProjectionContract<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Theory]
    [InlineData(Lifecycle.Async)]
    [InlineData(Lifecycle.Inline)]
    public async Task A_changed_fold_is_refused_by_default(Lifecycle lifecycle)
    {
        await PayAsync("ann", 5, "food");
        await RunToEndAsync(run => run.Project<PayerBalance<Behind>>(Lifecycle.Async));
        var refused = await Assert.ThrowsAsync<StaleProjectionException>(() => RunAsync(run => run.Project<PayerBalance<BehindDoubled>>(lifecycle)));
        Assert.Equal(("balances-behind", "balances 1", "balances 2"), (refused.Projection, refused.BuiltUnder, refused.Fingerprint));
        Assert.Equal(5, await BalanceAsync<Behind>("ann"));
        await PayAsync("ann", 1, "food");
    }

    [Theory]
    [InlineData(Lifecycle.Async)]
    [InlineData(Lifecycle.Inline)]
    public async Task A_changed_fold_is_rebuilt_before_the_start_where_that_is_wanted(Lifecycle lifecycle)
    {
        await PayAsync("ann", 5, "food");
        await RunToEndAsync(run => run.Project<PayerBalance<Behind>>(Lifecycle.Async));
        await using var running = await RunAsync(run => run.Project<PayerBalance<BehindDoubled>>(lifecycle, new ProjectionOptions { OnStale = OnStale.Rebuild }));
        Assert.Equal(10, await BalanceAsync<BehindDoubled>("ann"));
        await PayAsync("ann", 1, "food");
        await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        Assert.Equal(12, await BalanceAsync<BehindDoubled>("ann"));
        Assert.Equal("balances 2", (await Store.FindProjectionAsync("balances-behind", Cancellation))!.Fingerprint);
    }

    [Theory]
    [InlineData(Lifecycle.Async)]
    [InlineData(Lifecycle.Inline)]
    public async Task A_changed_fold_goes_on_over_the_documents_where_a_warning_is_enough(Lifecycle lifecycle)
    {
        await PayAsync("ann", 5, "food");
        await RunToEndAsync(run => run.Project<PayerBalance<Behind>>(Lifecycle.Async));
        await using var running = await RunAsync(run => run.Project<PayerBalance<BehindDoubled>>(lifecycle, new ProjectionOptions { OnStale = OnStale.Warn }));
        await PayAsync("ann", 1, "food");
        await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        Assert.Equal(7, await BalanceAsync<BehindDoubled>("ann"));
        Assert.Equal("balances 1", (await Store.FindProjectionAsync("balances-behind", Cancellation))!.Fingerprint);
    }

    [Fact]
    public async Task A_process_with_the_old_fold_stops_when_another_one_has_rebuilt()
    {
        await PayAsync("ann", 5, "food");
        await using var old = await RunAsync(run => run.Project<PayerBalance<Behind>>(Lifecycle.Async));
        await old.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        await Store.RebuildAsync<PayerBalance<BehindDoubled>>(cancellationToken: Cancellation);
        await PayAsync("ann", 1, "food");
        var stopped = await Assert.ThrowsAsync<SubscriptionStoppedException>(() => old.Completion.WaitAsync(Patience, Cancellation));
        Assert.IsType<StaleProjectionException>(stopped.InnerException);
        Assert.Equal(10, await BalanceAsync<BehindDoubled>("ann"));
        await RunToEndAsync(run => run.Project<PayerBalance<BehindDoubled>>(Lifecycle.Async));
        Assert.Equal(12, await BalanceAsync<BehindDoubled>("ann"));
    }

    [Fact]
    public async Task An_append_by_a_process_with_the_old_fold_is_refused_when_another_one_has_rebuilt()
    {
        await using (await RunAsync(run => run.Project<PayerBalance<Inside>>(Lifecycle.Inline)))
        {
            await PayAsync("ann", 5, "food");
            await Store.RebuildAsync<PayerBalance<InsideDoubled>>(cancellationToken: Cancellation);
            await Assert.ThrowsAsync<StaleProjectionException>(async () => await PayAsync("ann", 1, "food"));
        }

        await using var running = await RunAsync(run => run.Project<PayerBalance<InsideDoubled>>(Lifecycle.Inline));
        await PayAsync("ann", 1, "food");
        Assert.Equal(12, await BalanceAsync<InsideDoubled>("ann"));
    }
}
