namespace Foldstream.TestKit;

/// <summary>A saved aggregate keeps what it raised until the store has it.</summary>
public abstract class AggregateSavingContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly StreamId Stream = Sample.Stream("one", Tally.Category);

    [Fact]
    public async Task New_aggregate_is_saved_and_loaded()
    {
        var tally = Aggregate.New<Tally>("one");
        tally.Open(1);
        tally.Raise(2);
        Assert.Equal((2L, 2), (tally.History.Version, tally.History.Pending.Count));
        var result = await Store.SaveAsync(tally, cancellationToken: Cancellation);
        Assert.Equal((Stream, 0L, 1L), (result!.Stream, result.FirstVersion.Value, result.LastVersion.Value));
        Assert.Equal((2L, 0), (tally.History.Version, tally.History.Pending.Count));
        Assert.Equal(3, (await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation)).Total);
    }

    [Fact]
    public async Task Saved_aggregate_can_go_on()
    {
        var tally = Aggregate.New<Tally>("one");
        tally.Open();
        await Store.SaveAsync(tally, cancellationToken: Cancellation);
        tally.Raise(2);
        var result = await Store.SaveAsync(tally, cancellationToken: Cancellation);
        Assert.Equal((1L, 1L), (result!.FirstVersion.Value, result.LastVersion.Value));
        Assert.Equal(2, (await ReadAsync(Stream)).Count);
    }

    [Fact]
    public async Task Nothing_pending_writes_nothing()
    {
        Assert.Null(await Store.SaveAsync(Aggregate.New<Tally>("one"), cancellationToken: Cancellation));
        Assert.Empty(await ReadAsync(Stream));
    }

    [Fact]
    public async Task New_aggregate_asks_that_the_stream_does_not_exist()
    {
        await AppendAsync(Stream, Tally.Opened.Encode(new TallyOpened(9)));
        var tally = Aggregate.New<Tally>("one");
        tally.Open(1);
        var error = await Assert.ThrowsAsync<WrongExpectedVersionException>(
            async () => await Store.SaveAsync(tally, cancellationToken: Cancellation));
        Assert.Equal(ExpectedVersion.NoStream, error.Expected);
        await SingleAsync(Stream);
    }

    [Fact]
    public async Task Conflict_keeps_what_is_pending()
    {
        await AppendAsync(Stream, Tally.Opened.Encode(new TallyOpened(9)));
        var tally = await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation);
        tally.Raise(1);
        await AppendAsync(Stream, Tally.Raised.Encode(new TallyRaised(5)));
        for (var attempt = 0; attempt < 2; attempt++)
            await Assert.ThrowsAsync<WrongExpectedVersionException>(async () => await Store.SaveAsync(tally, cancellationToken: Cancellation));
        Assert.Equal([new TallyRaised(1)], tally.History.Pending);
        Assert.Equal(2, tally.History.Version);
        Assert.Equal(2, (await ReadAsync(Stream)).Count);
    }

    [Fact]
    public async Task Cancelled_save_keeps_what_is_pending()
    {
        var tally = Aggregate.New<Tally>("one");
        tally.Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.SaveAsync(tally, cancellationToken: new CancellationToken(canceled: true)));
        Assert.Single(tally.History.Pending);
        Assert.Equal(new StreamVersion(0), (await Store.SaveAsync(tally, cancellationToken: Cancellation))!.LastVersion);
    }

    [Fact]
    public async Task Copy_that_holds_the_command_already_is_not_saved_as_if_it_were_new()
    {
        var key = new CommandContext { IdempotencyKey = "once" };
        var tally = Aggregate.New<Tally>("one");
        tally.Open();
        await Store.SaveAsync(tally, key, Cancellation);
        var later = await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation);
        later.History.Raise(Tally.Opened, new TallyOpened(0));
        var error = await Assert.ThrowsAsync<InvalidOperationException>(async () => await Store.SaveAsync(later, key, Cancellation));
        Assert.Contains("load it again", error.Message, StringComparison.Ordinal);
        Assert.Single(later.History.Pending);
        await SingleAsync(Stream);
    }

    [Fact]
    public async Task Copy_of_the_past_is_not_saved()
    {
        await AppendAsync(Stream, Tally.Opened.Encode(new TallyOpened(1)), Tally.Raised.Encode(new TallyRaised(2)));
        foreach (var asOf in (AsOf[])[AsOf.Version(0), AsOf.Version(1), AsOf.Recorded(DateTimeOffset.MaxValue), AsOf.Occurred(DateTimeOffset.MaxValue)])
        {
            var past = await Store.LoadAsync<Tally>("one", asOf, Cancellation);
            past.Raise(5);
            var error = await Assert.ThrowsAsync<HistoricalAggregateException>(
                async () => await Store.SaveAsync(past, cancellationToken: Cancellation));
            Assert.Equal((Stream, asOf), (error.Stream, error.AsOf));
        }

        Assert.Equal(2, (await ReadAsync(Stream)).Count);
    }

    [Fact]
    public async Task Aggregate_without_stream_is_refused_with_the_way_out()
    {
        var tally = Tally.Create();
        tally.Open();
        var error = await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Store.SaveAsync(tally, cancellationToken: Cancellation));
        Assert.Contains("Aggregate.New<Tally>", error.Message, StringComparison.Ordinal);
    }
}
