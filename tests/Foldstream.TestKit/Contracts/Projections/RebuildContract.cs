namespace Foldstream.TestKit;

/// <summary>Documents are built anew beside those that are read.</summary>
public abstract class RebuildContract<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Theory]
    [InlineData(null, 2000)]
    [InlineData(1, 1)]
    [InlineData(3, 2)]
    public async Task Documents_are_those_of_the_new_fold(int? partitions, int batch)
    {
        await PayAllAsync(20);
        await RunToEndAsync(AllBehind);
        var options = new RebuildOptions { Partitions = partitions, BatchSize = batch };
        await Store.RebuildAsync<PayerBalance<BehindDoubled>>(options, cancellationToken: Cancellation);
        await Store.RebuildAsync<PurposeReport<BehindDoubled>>(options with { Partitions = null }, cancellationToken: Cancellation);
        await Store.RebuildAsync<PurposeSum<BehindDoubled>>(options, cancellationToken: Cancellation);
        await AssertFoldedAsync<BehindDoubled>();
        await PayAllAsync(5);
        await RunToEndAsync(run => run
            .Project<PayerBalance<BehindDoubled>>(Lifecycle.Async)
            .Project<PurposeReport<BehindDoubled>>(Lifecycle.Async)
            .Project<PurposeSum<BehindDoubled>>(Lifecycle.Async));
        await AssertFoldedAsync<BehindDoubled>();
        Assert.Empty(await Store.ReadCheckpointsAsync("balances-behind~rebuild", Cancellation));
    }

    [Fact]
    public async Task A_projection_that_never_ran_is_built_and_goes_on()
    {
        await PayAllAsync(10);
        await Store.RebuildAsync<PayerBalance<BehindAppends>>(cancellationToken: Cancellation);
        Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<BehindAppends>>());
        await PayAllAsync(3);
        await RunToEndAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async));
        Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<BehindAppends>>());
    }

    [Fact]
    public async Task An_empty_store_is_rebuilt()
    {
        var told = new Told();
        await Store.RebuildAsync<PayerBalance<BehindAppends>>(told, Cancellation);
        Assert.True(told.All[^1].IsFinished);
        await PayAllAsync(3);
        await RunToEndAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async));
        Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<BehindAppends>>());
    }

    [Fact]
    public async Task More_than_one_partition_is_refused_where_order_across_streams_matters() =>
        await Assert.ThrowsAsync<NotPartitionableException>(
            () => Store.RebuildAsync<PurposeReport<BehindAppends>>(new RebuildOptions { Partitions = 2 }, cancellationToken: Cancellation));

    [Fact]
    public async Task Progress_ends_with_every_event()
    {
        await PayAllAsync(25);
        var told = new Told();
        await Store.RebuildAsync<PayerBalance<BehindAppends>>(new RebuildOptions { Partitions = 1, BatchSize = 5 }, told, Cancellation);
        var last = told.All[^1];
        Assert.Equal(("balances-behind", 25, 25, true), (last.Projection, last.Done, last.Total, last.IsFinished));
        Assert.Equal(TimeSpan.Zero, last.Remaining);
        Assert.True(last.EventsPerSecond > 0);
        Assert.Equal(told.All.Select(progress => progress.Done).Order(), told.All.Select(progress => progress.Done));
        Assert.Contains(told.All, progress => progress is { Done: > 0 and < 25, Remaining: not null, IsFinished: false });
        Assert.All(told.All, progress => Assert.True(progress.Total >= progress.Done));
    }

    [Fact]
    public async Task A_rebuild_that_is_ended_goes_on_where_it_stood()
    {
        await PayAllAsync(30);
        var options = new RebuildOptions { Partitions = 1, BatchSize = 1 };
        for (var stop = 3; stop < 30; stop += 9)
            await CancelAsync(options, stop);
        var told = new Told();
        await Store.RebuildAsync<PayerBalance<BehindAppends>>(options, told, Cancellation);
        Assert.True(told.All[0].Done >= 21);
        Assert.Equal(30, told.All[^1].Done);
        Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<BehindAppends>>());
    }

    [Fact]
    public async Task A_rebuild_of_another_fold_begins_anew()
    {
        await PayAllAsync(30);
        await CancelAsync(new RebuildOptions { Partitions = 1, BatchSize = 1 }, after: 10);
        var told = new Told();
        await Store.RebuildAsync<PayerBalance<BehindDoubled>>(told, Cancellation);
        Assert.Equal(0, told.All[0].Done);
        Assert.Equal((await PlainFoldAsync(2)).Payers, await LinesAsync<PayerBalance<BehindDoubled>>());
    }

    [Fact]
    public async Task What_is_built_is_not_seen_before_it_is_complete()
    {
        await PayAllAsync(30);
        await RunToEndAsync(AllBehind);
        await CancelAsync(new RebuildOptions { Partitions = 1, BatchSize = 1 }, after: 10);
        await AssertFoldedAsync<BehindAppends>();
    }

    [Fact]
    public async Task A_poisoned_event_stops_a_rebuild_and_leaves_the_present_documents()
    {
        await PayAllAsync(5);
        await RunToEndAsync(AllBehind);
        var poison = Payment.NewPoison();
        await PayAsync("ann", poison, "food");
        await PayAllAsync(5);
        var failed = await Assert.ThrowsAsync<ProjectionFailureException>(() => Store.RebuildAsync<PayerBalance<BehindAppends>>(cancellationToken: Cancellation));
        Assert.Equal(("balances-behind", "ann"), (failed.Projection, failed.Stream.Id));
        Assert.NotNull(await BalanceAsync<BehindAppends>("payer-1"));
        Payment.Cure(poison);
        await Store.RebuildAsync<PayerBalance<BehindAppends>>(cancellationToken: Cancellation);
        Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<BehindAppends>>());
    }

    [Fact]
    public async Task A_poisoned_event_becomes_a_dead_letter_where_that_is_wanted_and_older_ones_go()
    {
        await PayAllAsync(5);
        var cured = Payment.NewPoison();
        await PayAsync("ann", cured, "food");
        var quick = new ProjectionOptions { Subscription = new SubscriptionOptions { Failures = new FailurePolicy { Retries = 0 } } };
        await RunToEndAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async, quick));
        Assert.Equal(1, await Store.CountDeadLettersAsync("balances-behind", Cancellation));
        Payment.Cure(cured);
        await PayAsync("bob", Payment.Poisoned, "food");
        await AppendAsync(Payment.By("bob"), Payment.Unreadable());
        await PayAsync("bob", 3, "food");
        await Store.RebuildAsync<PayerBalance<BehindAppends>>(new RebuildOptions { Poisoned = PoisonedEvent.DeadLetter }, cancellationToken: Cancellation);
        Assert.Equal((cured, 3), (await BalanceAsync<BehindAppends>("ann"), await BalanceAsync<BehindAppends>("bob")));
        var letters = await Store.ReadDeadLettersAsync("balances-behind", cancellationToken: Cancellation);
        Assert.Equal(["bob", "bob"], letters.Select(letter => letter.Stream.Id));
        Assert.Empty(await Store.ReadDeadLettersAsync("balances-behind~rebuild", cancellationToken: Cancellation));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_inline_projection_steps_over_nothing_when_it_is_rebuilt(bool becomesInlineMeanwhile)
    {
        var cured = Payment.NewPoison();
        await PayAsync("ann", 5, "food");
        var options = new RebuildOptions { Poisoned = PoisonedEvent.DeadLetter, Partitions = 1, BatchSize = 1 };
        if (becomesInlineMeanwhile)
        {
            Payment.Cure(cured);
            await PayAsync("ann", cured, "food");
            await RunToEndAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async));
            Payment.Sicken(cured);
            // It has stepped over the payment when it is ended.
            await PayAsync("ann", 1, "food");
            await CancelAsync(options, after: 2);
            Assert.Equal(1, await Store.CountDeadLettersAsync("balances-behind~rebuild", Cancellation));
        }

        await using (await RunAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Inline)))
        {
            if (!becomesInlineMeanwhile)
            {
                Payment.Cure(cured);
                await PayAsync("ann", cured, "food");
                Payment.Sicken(cured);
            }

            var before = await BalanceAsync<BehindAppends>("ann");
            await Assert.ThrowsAsync<ProjectionFailureException>(() => Store.RebuildAsync<PayerBalance<BehindAppends>>(options, cancellationToken: Cancellation).WaitAsync(Patience, Cancellation));
            Assert.Equal(before, await BalanceAsync<BehindAppends>("ann"));
            Payment.Cure(cured);
            await Store.RebuildAsync<PayerBalance<BehindAppends>>(options, cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
            Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<BehindAppends>>());
        }
    }

    [Fact]
    public async Task A_dead_letter_of_a_rebuild_holds_only_what_every_store_can_keep()
    {
        await PayAsync("ann", Payment.Unspeakable, "food");
        await Store.RebuildAsync<PayerBalance<BehindAppends>>(new RebuildOptions { Poisoned = PoisonedEvent.DeadLetter }, cancellationToken: Cancellation);
        var letter = Assert.Single(await Store.ReadDeadLettersAsync("balances-behind", cancellationToken: Cancellation));
        Assert.Equal("A null \uFFFD in an error.", letter.ErrorMessage[..21]);
        Assert.Equal(8000, letter.ErrorMessage.Length);
    }

    [Fact]
    public async Task What_is_appended_behind_the_last_batch_is_not_missed()
    {
        await PayAllAsync(3);
        var told = new Told(progress =>
        {
            if (progress is { Done: 3, IsFinished: false })
                PayAsync("late", 9, "food").AsTask().GetAwaiter().GetResult();
        });
        await Store.RebuildAsync<PayerBalance<BehindAppends>>(new RebuildOptions { Partitions = 1 }, told, Cancellation);
        Assert.Equal(9, await BalanceAsync<BehindAppends>("late"));
        Assert.Equal(4, told.All[^1].Done);
    }

    [Fact]
    public async Task What_somebody_dropped_meanwhile_never_takes_the_place_of_the_present_documents()
    {
        await PayAllAsync(3);
        await RunToEndAsync(AllBehind);
        var present = await LinesAsync<PayerBalance<BehindAppends>>();
        var isDropped = false;
        var told = new Told(progress =>
        {
            Assert.Equal(present, LinesAsync<PayerBalance<BehindAppends>>().GetAwaiter().GetResult());
            if (isDropped || progress is not { Done: 3, IsFinished: false })
                return;
            isDropped = true;
            // As an earlier attempt does that begins anew, and comes late.
            Store.DropShadowAsync("balances-behind", Cancellation).AsTask().GetAwaiter().GetResult();
            Store.PrepareAsync(PayerBalance<BehindAppends>.Definition, PayerBalance<BehindAppends>.FoldFingerprint, isShadow: true, Cancellation).AsTask().GetAwaiter().GetResult();
        });
        await Store.RebuildAsync<PayerBalance<BehindAppends>>(new RebuildOptions { Partitions = 1 }, told, Cancellation);
        Assert.True(isDropped);
        Assert.Equal(present, await LinesAsync<PayerBalance<BehindAppends>>());
    }

    [Fact]
    public async Task A_rebuild_that_was_taken_over_and_left_is_taken_back()
    {
        await PayAllAsync(30);
        var slow = new RebuildOptions { Partitions = 1, BatchSize = 1, TakeBackAfter = TimeSpan.FromMilliseconds(300) };
        var isTakenOver = new TaskCompletionSource();
        var goOn = new TaskCompletionSource();
        var first = Task.Run(() => Store.RebuildAsync<PayerBalance<BehindAppends>>(
            slow,
            new Told(progress =>
            {
                if (progress.Done == 5 && isTakenOver.TrySetResult())
                    goOn.Task.GetAwaiter().GetResult();
            }),
            Cancellation));
        await isTakenOver.Task.WaitAsync(Patience, Cancellation);
        // The second one takes the work over, and is ended in the middle of it.
        await CancelAsync(slow, after: 12);
        goOn.SetResult();
        await first.WaitAsync(Patience, Cancellation);
        Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<BehindAppends>>());
        Assert.Empty(await Store.ReadCheckpointsAsync("balances-behind~rebuild", Cancellation));
    }

    protected async Task CancelAsync(RebuildOptions options, long after)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var told = new Told(progress =>
        {
            if (progress.Done >= after)
                end.Cancel();
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Store.RebuildAsync<PayerBalance<BehindAppends>>(options, told, end.Token));
    }

    protected async Task PayAllAsync(int payments)
    {
        for (var payment = 0; payment < payments; payment++)
            await PayAsync($"payer-{payment % 7}", payment, $"purpose-{payment % 3}", "all");
    }

    private static void AllBehind(RunBuilder<IReadModelStore> run) => run
        .Project<PayerBalance<BehindAppends>>(Lifecycle.Async)
        .Project<PurposeReport<BehindAppends>>(Lifecycle.Async)
        .Project<PurposeSum<BehindAppends>>(Lifecycle.Async);
}
