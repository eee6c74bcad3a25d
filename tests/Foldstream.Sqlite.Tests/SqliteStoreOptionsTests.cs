namespace Foldstream.Sqlite.Tests;

public sealed class SqliteStoreOptionsTests : ReadModelTest
{
    [Theory]
    [InlineData(Durability.Full, 2)]
    [InlineData(Durability.Normal, 1)]
    public async Task Durability_sets_when_the_disk_is_awaited(Durability durability, long synchronous)
    {
        await using var store = await OpenAsync(new SqliteStoreOptions { Durability = durability });

        Assert.Equal(synchronous, store.File.Writing.Query("PRAGMA synchronous"));
    }

    [Fact]
    public async Task Durability_is_full_unless_said_otherwise()
    {
        await using var store = await OpenAsync();

        Assert.Equal(2, store.File.Writing.Query("PRAGMA synchronous"));
    }

    [Fact]
    public async Task BusyTimeout_bounds_the_wait_of_an_append()
    {
        await using var store = await OpenAsync(new SqliteStoreOptions { BusyTimeout = TimeSpan.Zero });
        using var held = new FileLock(FilePath);

        // The default would wait for half a minute.
        await Assert.ThrowsAsync<StoreBusyException>(() => AppendAsync(store).WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
    }

    [Fact]
    public async Task BusyTimeout_lets_an_append_wait()
    {
        await using var store = await OpenAsync(new SqliteStoreOptions { BusyTimeout = Patience });
        Task<AppendResult> append;
        using (new FileLock(FilePath))
        {
            append = AppendAsync(store);
            await Task.Delay(100, Cancellation);
            Assert.False(append.IsCompleted);
        }

        await append;
    }

    [Fact]
    public async Task BusyTimeout_bounds_the_wait_of_opening()
    {
        await File.WriteAllBytesAsync(FilePath, [], Cancellation);
        using var held = new FileLock(FilePath);

        await Assert.ThrowsAsync<StoreBusyException>(
            () => OpenAsync(new SqliteStoreOptions { BusyTimeout = TimeSpan.Zero }).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Cancellation));
    }

    [Fact]
    public async Task BusyTimeout_is_that_of_readers_too()
    {
        var options = new SqliteStoreOptions { BusyTimeout = TimeSpan.FromMilliseconds(1234) };
        await using var store = await OpenAsync(options);

        Assert.Equal(options.BusyTimeout, await store.File.Readers.QueryAsync(reader => reader.Connection.BusyTimeout, Cancellation));
    }

    [Fact]
    public async Task ChangePollingInterval_is_the_period_of_the_timer()
    {
        var clock = new TimerClock();
        var options = new SqliteStoreOptions
        {
            ChangePollingInterval = TimeSpan.FromMilliseconds(4321),
            Store = new EventStoreOptions { Clock = clock },
        };
        await using var store = await OpenAsync(options);
        Assert.Empty(clock.Periods);

        var wait = store.WaitAsync(null, Cancellation).AsTask();

        Assert.Equal(options.ChangePollingInterval, Assert.Single(clock.Periods));
        await AppendAsync(store);
        await wait;
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(5, 5)]
    public async Task QueueCapacity_bounds_what_one_transaction_takes(int capacity, int leastTransactions)
    {
        await using var store = await OpenAsync(new SqliteStoreOptions { QueueCapacity = capacity });
        Task<AppendResult>[] appends;
        using (new FileLock(FilePath))
            appends = [.. Enumerable.Range(0, 20).Select(id => AppendAsync(store, $"{id}"))];

        await Task.WhenAll(appends);

        Assert.InRange(store.File.Commits.Transactions, Math.Min(4, leastTransactions), 20);
        Assert.True(store.File.Commits.Transactions * capacity >= 20);
    }

    [Fact]
    public async Task QueueCapacity_bounds_what_waits()
    {
        await using var store = await OpenAsync(new SqliteStoreOptions { QueueCapacity = 3 });
        Task<AppendResult>[] appends;
        using (new FileLock(FilePath))
        {
            appends = [.. Enumerable.Range(0, 20).Select(id => AppendAsync(store, $"{id}"))];
            await UntilAsync(() => store.File.Queue.Waiting == 3);
        }

        await Task.WhenAll(appends);
        Assert.Equal(20, (await ReadLogAsync(store)).Count);
    }

    [Fact]
    public async Task Store_options_reach_the_store()
    {
        var options = new EventStoreOptions { Clock = new TestClock(), NewEventId = _ => new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), CommandAttempts = 7 };
        await using var store = await OpenAsync(new SqliteStoreOptions { Store = options });

        await AppendAsync(store);

        Assert.Same(options, store.Options);
        var recorded = Assert.Single(await ReadAsync(store));
        Assert.Equal(TestClock.Start, recorded.RecordedAt);
        Assert.Equal(new Guid(1, 2, 3, [4, 5, 6, 7, 8, 9, 10, 11]), recorded.Id);
    }

    [Fact]
    public async Task QueryOperators_are_asked_by_their_names()
    {
        var options = new SqliteStoreOptions { QueryOperators = new Dictionary<string, string>(StringComparer.Ordinal) { ["like"] = "{field} LIKE {value}" } };
        await using var store = await OpenAsync(options);
        await store.PrepareAsync(Definition(), "one", cancellationToken: Cancellation);
        await store.TransactAsync(
            (transaction, cancellation) => transaction.WriteAsync(
                new DocumentChanges(Notes, [Note(store, "a", """{"text":"Alice"}"""), Note(store, "b", """{"text":"Bob"}""")], []), cancellation),
            cancellationToken: Cancellation);

        Assert.Equal(["a"], await IdsAsync("like", "al%"));
        Assert.Empty(await IdsAsync("like", null));
        var error = await Assert.ThrowsAsync<UnknownOperatorException>(() => IdsAsync("sounds-like", "al"));
        Assert.Equal("SqliteStoreOptions.QueryOperators", error.Option);

        async Task<List<string>> IdsAsync(string name, string? value) =>
            [.. (await store.QueryAsync(Notes, new DocumentQuery { Filter = new CustomFilter(FieldPath.Root.Member("text"), name, value) }, Cancellation)).Select(stored => stored.Key.Id)];
    }

    [Fact]
    public void Impossible_values_are_refused_by_name()
    {
        AssertRefused(nameof(SqliteStoreOptions.Durability), () => new() { Durability = (Durability)7 });
        AssertRefused(nameof(SqliteStoreOptions.BusyTimeout), () => new() { BusyTimeout = TimeSpan.FromTicks(-1) });
        AssertRefused(nameof(SqliteStoreOptions.BusyTimeout), () => new() { BusyTimeout = TimeSpan.FromDays(2) });
        AssertRefused(nameof(SqliteStoreOptions.ReaderConnections), () => new() { ReaderConnections = 0 });
        AssertRefused(nameof(SqliteStoreOptions.ChangePollingInterval), () => new() { ChangePollingInterval = TimeSpan.Zero });
        AssertRefused(nameof(SqliteStoreOptions.ChangePollingInterval), () => new() { ChangePollingInterval = TimeSpan.MaxValue });
        AssertRefused(nameof(SqliteStoreOptions.QueueCapacity), () => new() { QueueCapacity = 0 });
        AssertRefused(nameof(SqliteStoreOptions.QueryOperators), () => new() { QueryOperators = null! });
        AssertRefused(nameof(SqliteStoreOptions.QueryOperators), () => new() { QueryOperators = new Dictionary<string, string>(StringComparer.Ordinal) { ["like"] = "x LIKE {value}" } });
        AssertRefused(nameof(SqliteStoreOptions.QueryOperators), () => new() { QueryOperators = new Dictionary<string, string>(StringComparer.Ordinal) { [""] = "{field} = 1" } });
        AssertRefused(nameof(SqliteStoreOptions.Store), () => new() { Store = null! });
    }

    private static void AssertRefused(string option, Func<SqliteStoreOptions> create) =>
        Assert.Equal(option, Assert.ThrowsAny<ArgumentException>(create).ParamName);

    private sealed class TimerClock : TimeProvider
    {
        public List<TimeSpan> Periods { get; } = [];

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Periods.Add(period);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
