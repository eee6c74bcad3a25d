namespace Foldstream.TestKit;

/// <summary>Documents are brought up to date behind the appends, by each event once.</summary>
public abstract class AsyncProjectionContract<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly ProjectionOptions Quick = new()
    {
        Subscription = new SubscriptionOptions { Failures = new FailurePolicy { Retries = 0, FirstDelay = TimeSpan.Zero } },
    };

    [Fact]
    public async Task Documents_follow_from_the_events()
    {
        await PayAsync("ann", 5, "food", "fun");
        await PayAsync("bob", 7, "food");
        await PayAsync("ann", 1, "fun", "fun");
        await RunToEndAsync(Behindhand);
        Assert.Equal((6, 7), (await BalanceAsync<Behind>("ann"), await BalanceAsync<Behind>("bob")));
        await AssertFoldedAsync<Behind>();
    }

    [Fact]
    public async Task A_projection_goes_on_where_it_stood()
    {
        for (var round = 1; round < 4; round++)
        {
            await PayAsync("ann", round, "food");
            await PayAsync("bob", round, "food", $"round-{round}");
            await RunToEndAsync(Behindhand);
            await AssertFoldedAsync<Behind>();
        }
    }

    [Fact]
    public async Task A_document_is_deleted_and_begins_anew()
    {
        await PayAsync("ann", 5, "food");
        await PayAsync("bob", 5, "food");
        await CloseAsync("ann");
        await RunToEndAsync(Behindhand);
        Assert.Null(await BalanceAsync<Behind>("ann"));
        await PayAsync("ann", 2, "food");
        await CloseAsync("bob");
        await PayAsync("bob", 3, "food");
        await CloseAsync("never-paid");
        await RunToEndAsync(Behindhand);
        Assert.Equal((2, 3), (await BalanceAsync<Behind>("ann"), await BalanceAsync<Behind>("bob")));
        await AssertFoldedAsync<Behind>();
    }

    [Fact]
    public async Task Tenants_have_documents_of_their_own()
    {
        foreach (var tenant in new[] { "", "acme", "other" })
            await AppendAsync(Payment.By("ann", tenant), new Payment(tenant.Length + 1, "food").Event());
        await RunToEndAsync(Behindhand);
        await AssertFoldedAsync<Behind>();
        Assert.Equal(1, await BalanceAsync<Behind>("ann"));
    }

    [Fact]
    public async Task An_event_that_fails_harms_no_other_of_its_batch()
    {
        await PayAsync("ann", 5, "food");
        await PayAsync("bob", 5, "food");
        await PayAsync("ann", Payment.Poisoned, "food");
        await PayAsync("ann", 6, "food");
        await AppendAsync(Payment.By("bob"), Payment.Unreadable());
        await PayAsync("bob", 6, "food");
        await RunToEndAsync(run => run.Project<PayerBalance<Behind>>(Lifecycle.Async, Quick));
        Assert.Equal((11, 11), (await BalanceAsync<Behind>("ann"), await BalanceAsync<Behind>("bob")));
        var letters = await Store.ReadDeadLettersAsync("balances-behind", cancellationToken: Cancellation);
        Assert.Equal(["ann", "bob"], letters.Select(letter => letter.Stream.Id));
    }

    [Fact]
    public async Task A_dead_letter_that_is_retried_changes_its_document_though_the_checkpoint_is_beyond_it()
    {
        var poison = Payment.NewPoison();
        await PayAsync("ann", 5, "food");
        await PayAsync("ann", poison, "food");
        await PayAsync("ann", 6, "food");
        await using var running = await RunAsync(run => run.Project<PayerBalance<Behind>>(Lifecycle.Async, Quick));
        await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        // Behind the checkpoint by an event that is not read for it, too.
        await AppendAsync(Sample.Stream(), Sample.Events(1));
        await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        Payment.Cure(poison);
        var retried = await running.Of<PayerBalance<Behind>>().DeadLetters.RetryAllAsync(Cancellation);
        Assert.Equal((1, 0), (retried.Handled, retried.Failed));
        await PayAsync("ann", 1, "food");
        await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        Assert.Equal(12 + poison, await BalanceAsync<Behind>("ann"));
    }

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(3, 1000)]
    [InlineData(4, 0)]
    [InlineData(2, 3)]
    public async Task Partitions_and_caches_of_any_size_make_the_same_documents(int partitions, int cached)
    {
        await using var writers = Write();
        var options = new ProjectionOptions { CachedDocuments = cached, Subscription = new SubscriptionOptions { Partitions = partitions, BatchSize = 7 } };
        await using (var running = await RunAsync(run => run
            .Project<PayerBalance<Behind>>(Lifecycle.Async, options)
            .Project<PurposeReport<Behind>>(Lifecycle.Async, new ProjectionOptions { CachedDocuments = cached })
            .Project<PurposeSum<Behind>>(Lifecycle.Async, options)))
        {
            await writers.AfterAsync(60, Cancellation);
            await writers.EndAsync();
            await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        }

        await AssertFoldedAsync<Behind>();
    }

    [Fact]
    public async Task Several_partitions_are_refused_where_order_across_streams_matters()
    {
        var options = new ProjectionOptions { Subscription = new SubscriptionOptions { Partitions = 2 } };
        var refused = await Assert.ThrowsAsync<NotPartitionableException>(() => RunAsync(run => run.Project<PurposeReport<Behind>>(Lifecycle.Async, options)));
        Assert.Equal(("purposes-behind", 2), (refused.Projection, refused.Partitions));
    }

    [Fact]
    public async Task Two_runs_of_one_projection_count_no_event_twice()
    {
        await using var writers = Write(2);
        for (var round = 0; round < 4; round++)
        {
            var first = await RunAsync(Behindhand);
            await writers.AfterAsync(10, Cancellation);
            var second = await RunAsync(Behindhand);
            await writers.AfterAsync(10, Cancellation);
            await first.DisposeAsync();
            await second.DisposeAsync();
        }

        await writers.EndAsync();
        await RunToEndAsync(Behindhand);
        await AssertFoldedAsync<Behind>();
    }

    private static void Behindhand(RunBuilder<IReadModelStore> run) => run
        .Project<PayerBalance<Behind>>(Lifecycle.Async)
        .Project<PurposeReport<Behind>>(Lifecycle.Async)
        .Project<PurposeSum<Behind>>(Lifecycle.Async);
}
