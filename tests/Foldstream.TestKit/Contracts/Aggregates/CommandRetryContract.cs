namespace Foldstream.TestKit;

/// <summary>A command that meets other writers runs again on the newer state, up to the limit of the options.</summary>
public abstract class CommandRetryContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private const int Attempts = 3;

    private static readonly StreamId Stream = Sample.Stream("one", Tally.Category);

    private int runs;

    protected override EventStoreOptions Options => base.Options with { CommandAttempts = Attempts };

    [Fact]
    public async Task Command_runs_again_on_the_newer_state()
    {
        var result = await Store.ExecuteAsync<Tally, long>("one", RaiseMeetingOthers(Attempts - 1), cancellationToken: Cancellation);
        Assert.Equal(Attempts, runs);
        Assert.Equal((201L, 3L), (result.Value, result.Version));
        Assert.Equal(201, (await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation)).Total);
    }

    [Fact]
    public async Task Command_gives_up_after_its_attempts_with_the_conflict()
    {
        var error = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            async () => await Store.ExecuteAsync<Tally, long>("one", RaiseMeetingOthers(Attempts), cancellationToken: Cancellation));
        Assert.Equal(Attempts, runs);
        Assert.Equal((Stream, ExpectedVersion.Exactly(1), new StreamVersion(2)), (error.Stream, error.Expected, error.Actual));
        Assert.Equal(Attempts * 100, (await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation)).Total);
    }

    [Fact]
    public async Task Decider_runs_again_on_the_newer_state()
    {
        var intercepted = new InterceptedStore(Store) { BeforeAppend = PutInAsync };
        var result = await intercepted.DecideAsync<Purse, PutIn>("one", new PutIn(5), cancellationToken: Cancellation);
        Assert.Equal(2, result.Version);
        Assert.Equal(6, (await Store.FoldAsync<Purse>("one", cancellationToken: Cancellation)).State.Balance);

        async Task PutInAsync() => await Store.DecideAsync<Purse, PutIn>("one", new PutIn(1), cancellationToken: Cancellation);
    }

    /// <summary>Raises by 1; in so many of its runs somebody else raises by 100 meanwhile.</summary>
    private Func<Tally, Task<long>> RaiseMeetingOthers(int conflicts) => async tally =>
    {
        if (runs++ < conflicts)
            await AppendAsync(Stream, Tally.Raised.Encode(new TallyRaised(100)));
        tally.Raise(1);
        return tally.Total;
    };
}
