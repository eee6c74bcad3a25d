namespace Foldstream.TestKit;

/// <summary>A command with an idempotency key is stored once; whoever repeats it gets the first result.</summary>
public abstract class IdempotencyKeyContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly StreamId Stream = Sample.Stream("one", Tally.Category);
    private static readonly CommandContext Key = new() { IdempotencyKey = "key-1" };

    private int runs;

    [Fact]
    public async Task Repeated_command_does_not_run_and_gives_the_first_result()
    {
        await Store.ExecuteAsync<Tally>("one", tally => tally.Open(), cancellationToken: Cancellation);
        var first = await Store.ExecuteAsync<Tally>("one", RaiseTwice, Key, Cancellation);
        await Store.ExecuteAsync<Tally>("one", tally => tally.Raise(100), cancellationToken: Cancellation);
        Clock.Move(TimeSpan.FromHours(1));
        var again = await Store.ExecuteAsync<Tally>("one", RaiseTwice, Key, Cancellation);
        Assert.Equal((1, false, true), (runs, first.AlreadyStored, again.AlreadyStored));
        Assert.Equal(first.Stored! with { AlreadyStored = true }, again.Stored);
        Assert.Equal((3L, 3L), (first.Version, again.Version));
        Assert.Equal(4, (await ReadAsync(Stream)).Count);
    }

    [Fact]
    public async Task Repeated_command_that_would_return_a_value_has_none()
    {
        await Store.ExecuteAsync<Tally, long>("one", tally => Raise(tally, 1), Key, Cancellation);
        var again = await Store.ExecuteAsync<Tally, long>("one", tally => Raise(tally, 1), Key, Cancellation);
        Assert.True(again.AlreadyStored);
        Assert.Throws<InvalidOperationException>(() => again.Value);
    }

    [Fact]
    public async Task Keys_count_for_one_stream_only()
    {
        StreamKey[] keys = ["one", "two", new("one", "acme")];
        foreach (var key in keys)
            Assert.False((await Store.ExecuteAsync<Tally>(key, RaiseTwice, Key, Cancellation)).AlreadyStored);
        Assert.Equal(3, runs);
    }

    [Fact]
    public async Task Other_key_is_another_command()
    {
        await Store.ExecuteAsync<Tally>("one", RaiseTwice, Key, Cancellation);
        Assert.False((await Store.ExecuteAsync<Tally>("one", RaiseTwice, new CommandContext { IdempotencyKey = "key-2" }, Cancellation)).AlreadyStored);
        Assert.Equal(4, (await ReadAsync(Stream)).Count);
    }

    [Fact]
    public async Task Command_that_raised_nothing_left_no_key()
    {
        await Store.ExecuteAsync<Tally>("one", _ => { }, Key, Cancellation);
        Assert.False((await Store.ExecuteAsync<Tally>("one", RaiseTwice, Key, Cancellation)).AlreadyStored);
    }

    [Fact]
    public async Task Repeated_decision_is_stored_once()
    {
        var first = await Store.DecideAsync<Purse, PutIn>("one", new PutIn(1, 2), Key, Cancellation);
        var again = await Store.DecideAsync<Purse, PutIn>("one", new PutIn(1, 2), Key, Cancellation);
        Assert.Equal(first.Stored! with { AlreadyStored = true }, again.Stored);
        Assert.Equal(3, (await Store.FoldAsync<Purse>("one", cancellationToken: Cancellation)).State.Balance);
    }

    [Fact]
    public async Task Repeated_save_of_another_copy_is_stored_once()
    {
        AppendResult?[] results = [null, null];
        for (var copy = 0; copy < 2; copy++)
        {
            var tally = Aggregate.New<Tally>("one");
            tally.Open(1);
            results[copy] = await Store.SaveAsync(tally, Key, Cancellation);
            Assert.Empty(tally.History.Pending);
        }

        Assert.Equal(results[0]! with { AlreadyStored = true }, results[1]);
        await SingleAsync(Stream);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    public async Task Command_that_meets_its_twin_while_it_runs_gives_the_twins_result(long amountOfTwin)
    {
        CommandResult? twin = null;
        var result = await Store.ExecuteAsync<Tally>("one", RaiseAfterTwinAsync, Key, Cancellation);
        Assert.Equal(twin!.Stored! with { AlreadyStored = true }, result.Stored);
        Assert.Equal(twin.Version, result.Version);
        Assert.Equal(amountOfTwin, (await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation)).Total);

        async Task RaiseAfterTwinAsync(Tally tally)
        {
            twin = await Store.ExecuteAsync<Tally>("one", other => other.Raise(amountOfTwin), Key, Cancellation);
            tally.Raise(1);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Command_never_runs_on_what_its_twin_has_stored(bool twinStoresAfterRead)
    {
        var intercepted = new InterceptedStore(Store)
        {
            AfterRead = twinStoresAfterRead ? OpenAsync : null,
            AfterFind = twinStoresAfterRead ? null : OpenAsync,
        };
        var result = await intercepted.ExecuteAsync<Tally>("one", tally => tally.Open(), Key, Cancellation);
        Assert.True(result.AlreadyStored);
        await SingleAsync(Stream);

        async Task OpenAsync() => await Store.ExecuteAsync<Tally>("one", tally => tally.Open(), Key, Cancellation);
    }

    [Fact]
    public async Task Command_that_meets_a_longer_twin_gives_the_whole_of_it()
    {
        var intercepted = new InterceptedStore(Store) { BeforeAppend = RaiseTwiceAsync };
        var result = await intercepted.ExecuteAsync<Tally>("one", tally => tally.Raise(1), Key, Cancellation);
        Assert.Equal((true, 2L, 1L), (result.AlreadyStored, result.Version, result.Stored!.LastVersion.Value));

        async Task RaiseTwiceAsync() => await Store.ExecuteAsync<Tally>("one", RaiseTwice, Key, Cancellation);
    }

    private static long Raise(Tally tally, long amount)
    {
        tally.Raise(amount);
        return tally.Total;
    }

    private void RaiseTwice(Tally tally)
    {
        runs++;
        tally.Raise(1);
        tally.Raise(2);
    }
}
