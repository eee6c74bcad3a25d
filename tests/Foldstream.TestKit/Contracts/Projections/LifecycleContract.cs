namespace Foldstream.TestKit;

/// <summary>A projection changes from one lifecycle to the other and back, while others write.</summary>
public abstract class LifecycleContract<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task Documents_are_whole_after_any_number_of_changes()
    {
        await PayAsync("ann", 1, "food");
        for (var round = 0; round < 3; round++)
        {
            await RunToEndAsync(run => All(run, Lifecycle.Async));
            await PayAsync("ann", round, "food", "fun");
            await using (await RunAsync(run => All(run, Lifecycle.Inline)))
                await PayAsync("bob", round, "fun");
        }

        await RunToEndAsync(run => All(run, Lifecycle.Async));
        await PayAsync("ann", 1, "food");
        await RunToEndAsync(run => All(run, Lifecycle.Async));
        await AssertFoldedAsync<Inside>();
    }

    [Fact]
    public async Task Writers_go_on_while_an_asynchronous_projection_becomes_inline_and_goes_back()
    {
        await using var writers = Write();
        await writers.AfterAsync(10, Cancellation);
        await using (await RunAsync(run => All(run, Lifecycle.Async)))
            await writers.AfterAsync(10, Cancellation);
        var inline = await RunAsync(run => All(run, Lifecycle.Inline));
        await writers.AfterAsync(10, Cancellation);
        // As another process would: the one that runs it inline still does, and must not apply what the subscription applies.
        await using (var behind = await RunAsync(run => All(run, Lifecycle.Async)))
        {
            await writers.AfterAsync(10, Cancellation);
            await inline.DisposeAsync();
            await writers.AfterAsync(10, Cancellation);
            await writers.EndAsync();
            await behind.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        }

        await AssertFoldedAsync<Inside>();
    }

    [Fact]
    public async Task A_subscription_that_was_forgotten_under_its_documents_is_not_begun_again()
    {
        await PayAsync("ann", 5, "food");
        await RunToEndAsync(run => run.Project<PayerBalance<Behind>>(Lifecycle.Async));
        await Store.ForgetAsync("balances-behind", Cancellation);
        foreach (var lifecycle in Enum.GetValues<Lifecycle>())
        {
            foreach (var onStale in new[] { OnStale.Refuse, OnStale.Warn })
            {
                var options = new ProjectionOptions { OnStale = onStale };
                var refused = await Assert.ThrowsAsync<StaleProjectionException>(() => RunAsync(run => run.Project<PayerBalance<Behind>>(lifecycle, options)));
                Assert.Null(refused.BuiltUnder);
            }
        }

        await RunToEndAsync(run => run.Project<PayerBalance<Behind>>(Lifecycle.Async, new ProjectionOptions { OnStale = OnStale.Rebuild }));
        Assert.Equal(5, await BalanceAsync<Behind>("ann"));
    }

    private static void All(RunBuilder<IReadModelStore> run, Lifecycle lifecycle) => run
        .Project<PayerBalance<Inside>>(lifecycle)
        .Project<PurposeReport<Inside>>(lifecycle)
        .Project<PurposeSum<Inside>>(lifecycle);
}
