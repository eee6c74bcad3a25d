namespace Foldstream.TestKit;

/// <summary>The store fails at each single step of a rebuild, of a start and of a run; what comes after completes it, and no event counts twice.</summary>
public abstract class ProjectionFaultContract<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task A_rebuild_that_fails_at_any_step_is_completed_by_the_next_call()
    {
        var faulty = new FaultyReadModels(Store);
        await PayAllAsync();
        await RunToEndAsync(run => run.Project<PayerBalance<Behind>>(Lifecycle.Async));
        var options = new RebuildOptions { Partitions = 2, BatchSize = 3, TakeBackAfter = TimeSpan.FromMilliseconds(1) };
        var places = int.MaxValue;
        for (var place = 0; place < places; place++)
        {
            await PayAsync("ann", 1, "food");
            faulty.Begin(place);
            try
            {
                await faulty.RebuildAsync<PayerBalance<Behind>>(options, cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
                places = Math.Min(places, Math.Max(faulty.Places, place + 1));
            }
            catch (InjectedFaultException)
            {
                // Readers go on meanwhile, and so does the projection itself.
                await RunToEndAsync(run => run.Project<PayerBalance<Behind>>(Lifecycle.Async));
                Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<Behind>>());
                faulty.Begin(null);
                await faulty.RebuildAsync<PayerBalance<Behind>>(options, cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
            }

            Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<Behind>>());
        }

        Assert.True(places > 20);
    }

    [Fact]
    public async Task The_start_of_an_inline_projection_that_fails_at_any_step_is_completed_by_the_next_one()
    {
        var faulty = new FaultyReadModels(Store);
        await PayAllAsync();
        var places = int.MaxValue;
        for (var place = 0; place < places; place++)
        {
            await RunToEndAsync(run => run.Project<PurposeReport<Inside>>(Lifecycle.Async));
            await PayAsync("ann", 1, "food", "fun");
            faulty.Begin(place);
            RunningSubscriptions running;
            try
            {
                running = await RunAsync(run => run.Project<PurposeReport<Inside>>(Lifecycle.Inline), faulty);
                places = Math.Min(places, Math.Max(faulty.Places, place + 1));
            }
            catch (InjectedFaultException)
            {
                faulty.Begin(null);
                running = await RunAsync(run => run.Project<PurposeReport<Inside>>(Lifecycle.Inline), faulty);
            }

            await PayAsync("bob", 1, "fun");
            Assert.Equal((await PlainFoldAsync()).Reports, await LinesAsync<PurposeReport<Inside>>());
            await running.DisposeAsync();
        }

        Assert.True(places > 10);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_run_behind_the_appends_that_fails_at_any_step_counts_every_event_once(int partitions)
    {
        var faulty = new FaultyReadModels(Store);
        var options = new ProjectionOptions
        {
            Subscription = new SubscriptionOptions { Partitions = partitions, BatchSize = 4, Failures = new FailurePolicy { Retries = 3, FirstDelay = TimeSpan.Zero } },
        };
        for (var place = 0; place < 40; place++)
        {
            await PayAllAsync(6);
            faulty.Begin(place);
            try
            {
                await using var running = await RunAsync(
                    run => run.Project<PayerBalance<Behind>>(Lifecycle.Async, options).Project<PurposeSum<Behind>>(Lifecycle.Async, options), faulty);
                await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
            }
            catch (Exception fault) when (fault is InjectedFaultException or SubscriptionStoppedException { InnerException: InjectedFaultException })
            {
                // The next round goes on.
            }
        }

        faulty.Begin(null);
        await RunToEndAsync(run => run.Project<PayerBalance<Behind>>(Lifecycle.Async, options).Project<PurposeSum<Behind>>(Lifecycle.Async, options));
        var plain = await PlainFoldAsync();
        Assert.Equal(plain.Payers, await LinesAsync<PayerBalance<Behind>>());
        Assert.Equal(plain.Sums, await LinesAsync<PurposeSum<Behind>>());
        Assert.Equal(0, await Store.CountDeadLettersAsync("balances-behind", Cancellation));
    }

    private async Task PayAllAsync(int payments = 12)
    {
        for (var payment = 0; payment < payments; payment++)
            await PayAsync($"payer-{payment % 5}", payment, $"purpose-{payment % 3}", "all");
    }
}
