namespace Foldstream.TestKit;

/// <summary>Documents are brought up to date inside the appends: both are there, or neither.</summary>
public abstract class InlineProjectionContract<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task Documents_are_there_when_the_append_is()
    {
        await using var running = await RunAsync(Inside);
        await PayAsync("ann", 5, "food");
        Assert.Equal(5, await BalanceAsync<Inside>("ann"));
        await PayAsync("ann", 6, "food", "fun");
        Assert.Equal(11, await BalanceAsync<Inside>("ann"));
        await CloseAsync("ann");
        Assert.Null(await BalanceAsync<Inside>("ann"));
        await AppendAsync(Payment.By("ann"), new Payment(1, "food").Event(), Payment.Close(), new Payment(2, "food").Event());
        Assert.Equal(2, await BalanceAsync<Inside>("ann"));
        await AssertFoldedAsync<Inside>();
    }

    [Fact]
    public async Task What_was_there_before_is_in_the_documents_when_it_starts()
    {
        await PayAsync("ann", 5, "food");
        await PayAsync("bob", 7, "fun");
        await using var running = await RunAsync(Inside);
        await AssertFoldedAsync<Inside>();
        Assert.Equal(Lifecycle.Inline, (await Store.FindProjectionAsync("balances-inside", Cancellation))!.Lifecycle);
        Assert.Empty(await Store.ReadCheckpointsAsync("balances-inside", Cancellation));
    }

    [Fact]
    public async Task A_handler_that_fails_rolls_the_append_back()
    {
        await using var running = await RunAsync(Inside);
        await PayAsync("ann", 5, "food");
        var failed = await Assert.ThrowsAsync<InlineProjectionException>(
            async () => await AppendAsync(Payment.By("ann"), new Payment(1, "food").Event(), new Payment(Payment.Poisoned, "food").Event()));
        Assert.Equal(("balances-inside", Payment.By("ann"), 2), (failed.Projection, failed.Stream, (int)failed.Version.Value));
        Assert.IsType<InvalidOperationException>(failed.InnerException);
        var unreadable = await Assert.ThrowsAsync<InlineProjectionException>(async () => await AppendAsync(Payment.By("ann"), Payment.Unreadable()));
        Assert.Equal(Payment.EventName, unreadable.Type.Name);
        Assert.Single(await ReadAsync(Payment.By("ann")));
        await PayAsync("ann", 2, "food");
        Assert.Equal(7, await BalanceAsync<Inside>("ann"));
        await AssertFoldedAsync<Inside>();
    }

    [Fact]
    public async Task A_condition_that_does_not_hold_changes_no_document()
    {
        await using var running = await RunAsync(Inside);
        await PayAsync("ann", 5, "food");
        await RefusedAsync<WrongExpectedVersionException>(Payment.By("ann"), ExpectedVersion.NoStream, new Payment(1, "food").Event());
        Assert.Equal(5, await BalanceAsync<Inside>("ann"));
    }

    [Fact]
    public async Task A_repeated_append_counts_once()
    {
        await using var running = await RunAsync(Inside);
        var payment = new Payment(5, "food").Event();
        var once = new EventData(payment.Type, payment.Data, new EventStamp(Id: Guid.NewGuid()));
        await AppendAsync(Payment.By("ann"), once);
        Assert.True((await AppendAsync(Payment.By("ann"), once)).AlreadyStored);
        Assert.Equal(5, await BalanceAsync<Inside>("ann"));
    }

    [Fact]
    public async Task Appends_that_race_for_one_document_lose_no_update()
    {
        const int Racers = 8;
        await using var running = await RunAsync(Inside);
        for (var round = 0; round < RaceRounds.Count; round++)
        {
            var purposes = new[] { $"shared-{round}", $"other-{round}" };
            var outcomes = await RaceRounds.RunAsync(Racers, async racer =>
            {
                // In opposite orders: documents are locked in one.
                string[] mine = racer % 2 == 0 ? purposes : [.. purposes.Reverse()];
                return await Store.AppendAsync(Payment.By($"racer-{racer}"), ExpectedVersion.Any, [new Payment(1, mine).Event()], Cancellation);
            });
            Assert.All(outcomes, outcome => Assert.Null(outcome.Error));
        }

        await AssertFoldedAsync<Inside>();
    }

    [Fact]
    public async Task A_start_among_writers_misses_nothing_and_refuses_nobody()
    {
        await using var writers = Write();
        await writers.AfterAsync(20, Cancellation);
        await using var running = await RunAsync(Inside);
        await writers.AfterAsync(20, Cancellation);
        await writers.EndAsync();
        await AssertFoldedAsync<Inside>();
    }

    [Fact]
    public async Task Processes_that_start_at_the_same_time_agree()
    {
        await using var writers = Write(2);
        await writers.AfterAsync(20, Cancellation);
        // One store object stands for several processes: each start brings its own projections.
        var starts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => RunAsync(run => run.Project<PayerBalance<Inside>>(Lifecycle.Inline)))))
            .WaitAsync(Patience, Cancellation);
        Assert.Equal(Lifecycle.Inline, (await Store.FindProjectionAsync("balances-inside", Cancellation))!.Lifecycle);
        await writers.EndAsync();
        foreach (var start in starts)
            await start.DisposeAsync();
    }

    [Fact]
    public async Task Appends_are_refused_after_the_end_of_the_run_rather_than_missed()
    {
        await using (await RunAsync(Inside))
            await PayAsync("ann", 5, "food");
        var refused = await Assert.ThrowsAsync<InlineProjectionMissingException>(async () => await PayAsync("ann", 1, "food"));
        Assert.EndsWith("-inside", refused.Projection, StringComparison.Ordinal);
        await using var again = await RunAsync(Inside);
        await PayAsync("ann", 1, "food");
        await AssertFoldedAsync<Inside>();
    }

    [Fact]
    public async Task A_projection_with_dead_letters_does_not_become_inline()
    {
        await PayAsync("ann", 5, "food");
        var quick = new ProjectionOptions { Subscription = new SubscriptionOptions { Failures = new FailurePolicy { Retries = 0 } } };
        await PayAsync("ann", Payment.Poisoned, "food");
        await RunToEndAsync(run => run.Project<PayerBalance<Inside>>(Lifecycle.Async, quick));
        var refused = await Assert.ThrowsAsync<ProjectionIncompleteException>(() => RunAsync(run => run.Project<PayerBalance<Inside>>(Lifecycle.Inline)));
        Assert.Equal(1, refused.DeadLetters);
        Assert.Equal(Lifecycle.Async, (await Store.FindProjectionAsync("balances-inside", Cancellation))!.Lifecycle);
        await PayAsync("ann", 1, "food");
    }

    private static void Inside(RunBuilder<IReadModelStore> run) => run
        .Project<PayerBalance<Inside>>(Lifecycle.Inline)
        .Project<PurposeReport<Inside>>(Lifecycle.Inline)
        .Project<PurposeSum<Inside>>(Lifecycle.Inline);
}
