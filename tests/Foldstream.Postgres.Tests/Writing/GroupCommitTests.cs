namespace Foldstream.Postgres.Tests;

/// <summary>Appends that arrive together share a transaction, and nothing else.</summary>
public sealed class GroupCommitTests : IAsyncLifetime
{
    private readonly TestSchema schema = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => schema.DisposeAsync();

    [Fact]
    public async Task Appends_that_arrive_together_share_transactions()
    {
        await using var store = await OpenAsync(lanes: 1);
        await AppendManyAsync(store, 100);
        Assert.InRange(await TransactionsAsync(), 1, 50);
    }

    [Fact]
    public async Task Switched_off_each_append_has_a_transaction_of_its_own()
    {
        await using var store = await schema.OpenAsync(new PostgresStoreOptions { GroupCommit = false });
        await AppendManyAsync(store, 100);
        Assert.Equal(100, await TransactionsAsync());
    }

    [Fact]
    public async Task Largest_batch_bounds_what_shares_a_transaction()
    {
        await using var store = await OpenAsync(lanes: 1, largestBatch: 3);
        await AppendManyAsync(store, 60);
        var largest = await TestServer.ScalarAsync<long>(
            $"SELECT max(n) FROM (SELECT count(*) AS n FROM {schema.Name}.events GROUP BY xmin::text) t");
        Assert.InRange(largest, 2, 3);
    }

    [Fact]
    public async Task Conflict_of_one_fails_no_other()
    {
        await using var store = await OpenAsync(lanes: 1);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 90).Select(number => OutcomeAsync(
            () => store.AppendAsync(Sample.Stream($"s{number % 30}"), ExpectedVersion.NoStream, [Sample.Numbered(number)], Cancellation))));
        Assert.Equal(30, outcomes.Count(outcome => outcome is null));
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.IsType<WrongExpectedVersionException>(outcome));
    }

    [Fact]
    public async Task Batch_that_fails_as_a_whole_is_sent_one_by_one()
    {
        await using var store = await OpenAsync(lanes: 1);
        var taken = Sample.Numbered(-1, Guid.NewGuid());
        await store.AppendAsync(Sample.Stream("taken"), ExpectedVersion.Any, [taken], Cancellation);
        // A uniqueness that is violated ends the whole transaction of a batch.
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 60).Select(number => OutcomeAsync(
            () => store.AppendAsync(Sample.Stream($"s{number}"), ExpectedVersion.Any, [Sample.Numbered(number, number % 10 == 7 ? taken.Id : null)], Cancellation))));
        for (var number = 0; number < outcomes.Length; number++)
        {
            if (number % 10 == 7)
                Assert.IsType<DuplicateEventException>(outcomes[number]);
            else
                Assert.Null(outcomes[number]);
        }

        Assert.Equal(55, (await store.ReadLogAsync(null, Cancellation).ToListAsync(Cancellation)).Count);
    }

    [Fact]
    public async Task Lanes_bound_the_connections_of_appends()
    {
        await using var store = await OpenAsync(lanes: 2);
        await using var holding = await HoldStreamAsync(store, "held");
        var blocked = Enumerable.Range(0, 10).Select(number => AppendAsync(store, "held", number)).ToArray();
        await Task.Delay(300, Cancellation);
        var waiting = await TestServer.ScalarAsync<long>(
            $"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%{schema.Name}%'");
        Assert.Equal(2, waiting);
        await holding.DisposeAsync();
        await Task.WhenAll(blocked);
    }

    [Fact]
    public async Task Cancelled_append_that_waits_in_the_queue_is_not_stored()
    {
        await using var store = await OpenAsync(lanes: 1);
        var holding = await HoldStreamAsync(store, "held");
        var first = AppendAsync(store, "held", 1);
        await Task.Delay(100, Cancellation);
        using var source = new CancellationTokenSource();
        var queued = store.AppendAsync(Sample.Stream("queued"), ExpectedVersion.Any, [Sample.Event()], source.Token).AsTask();
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => queued);
        await holding.DisposeAsync();
        await first;
        Assert.False((await store.HeadAsync(Sample.Stream("queued"), Cancellation)).Exists);
    }

    [Fact]
    public async Task Full_queue_makes_callers_wait_and_they_can_give_up()
    {
        await using var store = await schema.OpenAsync(new PostgresStoreOptions { GroupCommitLanes = 1, QueueCapacity = 1 });
        var holding = await HoldStreamAsync(store, "held");
        var first = AppendAsync(store, "held", 1);
        await Task.Delay(100, Cancellation);
        var second = AppendAsync(store, "second", 2);
        using var source = new CancellationTokenSource();
        var third = store.AppendAsync(Sample.Stream("third"), ExpectedVersion.Any, [Sample.Event()], source.Token).AsTask();
        Assert.Equal(1, ((GroupCommit)store.Parts.Sender).Waiting);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        await holding.DisposeAsync();
        await Task.WhenAll(first, second);
        Assert.False((await store.HeadAsync(Sample.Stream("third"), Cancellation)).Exists);
    }

    [Fact]
    public async Task Disposal_answers_everybody_who_waits()
    {
        var store = await OpenAsync(lanes: 1);
        var appends = Enumerable.Range(0, 50).Select(number => OutcomeAsync(
            () => store.AppendAsync(Sample.Stream($"s{number}"), ExpectedVersion.Any, [Sample.Numbered(number)], Cancellation))).ToArray();
        await store.DisposeAsync();
        var outcomes = await Task.WhenAll(appends).WaitAsync(TimeSpan.FromSeconds(30), Cancellation);
        await using var again = await schema.OpenAsync();
        var stored = await again.ReadLogAsync(null, Cancellation).ToListAsync(Cancellation);
        Assert.All(outcomes.Where(outcome => outcome is not null), outcome => Assert.IsType<ObjectDisposedException>(outcome));
        Assert.Equal(outcomes.Count(outcome => outcome is null), stored.Count);
    }

    private static async Task<Exception?> OutcomeAsync(Func<ValueTask<AppendResult>> append)
    {
        try
        {
            await append();
            return null;
        }
        catch (Exception error) when (error is FoldstreamException or ObjectDisposedException)
        {
            return error;
        }
    }

    private static Task AppendAsync(PostgresEventStore store, string id, int number) =>
        store.AppendAsync(Sample.Stream(id), ExpectedVersion.Any, [Sample.Numbered(number)], Cancellation).AsTask();

    private static Task AppendManyAsync(PostgresEventStore store, int count) =>
        Task.WhenAll(Enumerable.Range(0, count).Select(number => AppendAsync(store, $"s{number}", number)));

    /// <summary>Keeps the row of a stream locked until the end.</summary>
    private static async Task<IAsyncDisposable> HoldStreamAsync(PostgresEventStore store, string id)
    {
        var connection = await TestServer.Source.OpenConnectionAsync(Cancellation);
        var transaction = await connection.BeginTransactionAsync(Cancellation);
        await store.AppendAsync(new StreamAppend(Sample.Stream(id), ExpectedVersion.Any, [Sample.Event()]), transaction, Cancellation);
        return connection;
    }

    private ValueTask<PostgresEventStore> OpenAsync(int lanes, int largestBatch = 64) =>
        schema.OpenAsync(new PostgresStoreOptions { GroupCommitLanes = lanes, LargestBatch = largestBatch });

    private async Task<int> TransactionsAsync() =>
        (int)await TestServer.ScalarAsync<long>($"SELECT count(DISTINCT xmin::text) FROM {schema.Name}.events");
}
