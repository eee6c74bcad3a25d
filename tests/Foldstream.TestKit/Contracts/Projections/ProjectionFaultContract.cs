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
        await RunToEndAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async));
        var options = new RebuildOptions { Partitions = 2, BatchSize = 3, TakeBackAfter = TimeSpan.FromMilliseconds(1) };
        await faulty.RebuildAsync<PayerBalance<BehindAppends>>(options, cancellationToken: Cancellation);
        var places = faulty.Places;
        Assert.True(places > 20);
        for (var place = 0; place < places; place++)
        {
            if (place % 10 == 0)
                await PayAsync("ann", 1, "food");
            faulty.Begin(place);
            try
            {
                await faulty.RebuildAsync<PayerBalance<BehindAppends>>(options, cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
            }
            catch (InjectedFaultException)
            {
                // Readers go on meanwhile, and so does the projection itself.
                await RunToEndAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async));
                Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<BehindAppends>>());
                faulty.Begin(null);
                await faulty.RebuildAsync<PayerBalance<BehindAppends>>(options, cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
            }

            Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<BehindAppends>>());
        }
    }

    [Fact]
    public async Task The_start_of_an_inline_projection_that_fails_at_any_step_is_completed_by_the_next_one()
    {
        var faulty = new FaultyReadModels(Store);
        await PayAllAsync();
        await using (await RunAsync(run => run.Project<PurposeReport<InsideAppends>>(Lifecycle.Inline), faulty))
        {
            // Only to count the steps.
        }

        // What is to be caught up with takes some more.
        var places = faulty.Places + 20;
        for (var place = 0; place < places; place++)
        {
            await RunToEndAsync(run => run.Project<PurposeReport<InsideAppends>>(Lifecycle.Async));
            await PayAsync("ann", 1, "food", "fun");
            faulty.Begin(place);
            RunningSubscriptions running;
            try
            {
                running = await RunAsync(run => run.Project<PurposeReport<InsideAppends>>(Lifecycle.Inline), faulty);
            }
            catch (InjectedFaultException)
            {
                faulty.Begin(null);
                running = await RunAsync(run => run.Project<PurposeReport<InsideAppends>>(Lifecycle.Inline), faulty);
            }

            await PayAsync("bob", 1, "fun");
            Assert.Equal((await PlainFoldAsync()).Reports, await LinesAsync<PurposeReport<InsideAppends>>());
            await running.DisposeAsync();
        }
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
                    run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async, options).Project<PurposeSum<BehindAppends>>(Lifecycle.Async, options), faulty);
                await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
            }
            catch (Exception fault) when (fault is InjectedFaultException or SubscriptionStoppedException { InnerException: InjectedFaultException })
            {
                // The next round goes on.
            }
        }

        faulty.Begin(null);
        await RunToEndAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async, options).Project<PurposeSum<BehindAppends>>(Lifecycle.Async, options));
        var plain = await PlainFoldAsync();
        Assert.Equal(plain.Payers, await LinesAsync<PayerBalance<BehindAppends>>());
        Assert.Equal(plain.Sums, await LinesAsync<PurposeSum<BehindAppends>>());
        Assert.Equal(0, await Store.CountDeadLettersAsync("balances-behind", Cancellation));
    }

    [Fact]
    public async Task A_dead_letter_that_is_retried_counts_once_wherever_the_store_fails()
    {
        var faulty = new FaultyReadModels(Store);
        var options = new ProjectionOptions { Subscription = new SubscriptionOptions { Failures = new FailurePolicy { Retries = 0 } } };
        await using var running = await RunAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async, options), faulty);
        var subscription = running.Of<PayerBalance<BehindAppends>>();
        var letters = subscription.DeadLetters;
        long sum = 0;
        for (var place = 0; place < 20; place++)
        {
            var poison = Payment.NewPoison();
            sum += poison;
            await PayAsync("ann", poison, "food");
            await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
            Payment.Cure(poison);
            // Paused, it takes no step of its own that could fail instead.
            await subscription.PauseAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
            var letter = Assert.Single(await Store.ReadDeadLettersAsync("balances-behind", cancellationToken: Cancellation));
            faulty.Begin(place);
            try
            {
                await letters.RetryAsync(letter.EventId, Cancellation).WaitAsync(Patience, Cancellation);
            }
            catch (InjectedFaultException)
            {
                // The user tries it again.
            }

            faulty.Begin(null);
            await letters.RetryAllAsync(Cancellation).WaitAsync(Patience, Cancellation);
            Assert.Equal(sum, await BalanceAsync<BehindAppends>("ann"));
            Assert.Empty(await Store.ReadDeadLettersAsync("balances-behind", cancellationToken: Cancellation));
            subscription.Resume();
        }
    }

    private async Task PayAllAsync(int payments = 12)
    {
        for (var payment = 0; payment < payments; payment++)
            await PayAsync($"payer-{payment % 5}", payment, $"purpose-{payment % 3}", "all");
    }
}
