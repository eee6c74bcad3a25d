namespace Foldstream.TestKit;

/// <summary>Work inside the store's transactions counts each event exactly once, whatever fails.</summary>
public abstract class TransactionalContract<TStore, TFixture> : SubscriptionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task A_page_is_one_transaction()
    {
        var ledger = new Ledger(Store);
        await AppendAsync(stream, Sample.Events(25));
        await using var running = await RunAsync(ledger, Quick with { BatchSize = 10 });
        await CaughtUpAsync(running);
        Assert.Equal(25, await CountedAsync());
        Assert.Equal([10, 10, 5], ledger.Batches);
        Assert.Equal((await Store.HeadAsync(Cancellation), 25), ((await CheckpointsAsync("ledger"))[0].Position, (await CheckpointsAsync("ledger"))[0].Handled));
    }

    [Fact]
    public async Task A_batch_that_fails_is_kept_event_by_event_without_the_one_at_fault()
    {
        var ledger = new Ledger(Store)
        {
            Keeping = (events, _) => events.Any(taken => taken.Version == 3) ? throw new InvalidOperationException("never") : Task.CompletedTask,
        };
        await AppendAsync(stream, Sample.Events(6));
        await using var running = await RunAsync(ledger, Quick);
        await CaughtUpAsync(running);
        Assert.Equal(5, await CountedAsync());
        Assert.Equal((StreamVersion)3, Assert.Single(await DeadLettersAsync("ledger")).Version);
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_is_no_failure_of_the_event()
    {
        var faults = 0;
        var ledger = new Ledger(Store)
        {
            Keeping = (_, _) => ++faults <= 3 ? throw new StoreUnavailableException("test", "The store is away.") : Task.CompletedTask,
        };
        await AppendAsync(stream, Sample.Events(6));
        await using var running = await RunAsync(ledger, Quick with { Failures = QuickFailures with { Retries = 0 } });
        await CaughtUpAsync(running);
        Assert.Equal(6, await CountedAsync());
        Assert.Equal(4, faults);
        Assert.Empty(await DeadLettersAsync("ledger"));
        Assert.All(running["ledger"].LastErrors, error => Assert.Equal(SubscriptionErrorKind.Store, error.Kind));
    }

    [Fact]
    public async Task A_commit_whose_answer_is_lost_is_not_repeated()
    {
        var isLost = false;
        var ledger = new Ledger(Store)
        {
            Kept = () =>
            {
                if (isLost)
                    return Task.CompletedTask;
                isLost = true;
                throw new StoreUnavailableException("test", "The answer is lost.");
            },
        };
        await AppendAsync(stream, Sample.Events(6));
        await using var running = await RunAsync(ledger, Quick);
        await CaughtUpAsync(running);
        Assert.Equal(6, await CountedAsync());
        Assert.True(isLost);
    }

    [Fact]
    public async Task Who_was_taken_over_keeps_nothing()
    {
        var (begun, go) = (Signal(), Signal());
        var ledger = new Ledger(Store);
        var isFirst = true;
        ledger.Keeping = async (_, _) =>
        {
            if (!isFirst)
                return;
            isFirst = false;
            begun.SetResult();
            await go.Task;
        };
        await AppendAsync(stream, Sample.Events(6));
        var first = await RunAsync(ledger, Quick);
        await begun.Task.WaitAsync(Patience, Cancellation);
        // Without waiting for the transaction in hand, which may exclude others.
        var taking = Store.TakeOverAsync("ledger", 0, Cancellation).AsTask();
        go.SetResult();
        await taking.WaitAsync(Patience, Cancellation);
        await first.DisposeAsync();
        await using var second = await RunAsync(new Ledger(Store), Quick);
        await CaughtUpAsync(second);
        Assert.Equal(6, await CountedAsync());
    }

    private Task<RunningSubscriptions> RunAsync(Ledger ledger, SubscriptionOptions options) =>
        Store.RunAsync(run => run.Add(Ledger.Part(Store, ledger, options)), Cancellation).WaitAsync(Patience, Cancellation);

    private async Task<int> CountedAsync() =>
        (await Store.LoadDocumentsAsync(Pots.Live, [new DocumentKey(stream.Id)], Cancellation)).Select(Pots.AmountOf).SingleOrDefault();
}
