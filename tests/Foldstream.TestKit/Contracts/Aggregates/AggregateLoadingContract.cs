namespace Foldstream.TestKit;

/// <summary>Aggregates are loaded by folding their streams; what cannot be folded is an error with its address.</summary>
public abstract class AggregateLoadingContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly StreamId Stream = Sample.Stream("one", Tally.Category);

    [Fact]
    public async Task Loaded_aggregate_has_folded_its_stream()
    {
        await AppendAsync(Stream, Tally.Opened.Encode(new TallyOpened(1)), Tally.Raised.Encode(new TallyRaised(2)));
        await AppendAsync(Sample.Stream("two", Tally.Category), Tally.Raised.Encode(new TallyRaised(100)));
        var tally = await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation);
        Assert.Equal((true, 3L, 2L, Stream), (tally.IsOpen, tally.Total, tally.History.Version, tally.History.Stream));
        Assert.Empty(tally.History.Pending);
        Assert.Null(tally.History.AsOf);
    }

    [Fact]
    public async Task Found_aggregate_is_the_loaded_one()
    {
        await AppendAsync(Stream, Tally.Opened.Encode(new TallyOpened(1)));
        Assert.Equal(1, (await Store.FindAsync<Tally>("one", cancellationToken: Cancellation))!.Total);
    }

    [Fact]
    public async Task Long_stream_is_folded_whole()
    {
        await AppendAsync(Stream, [.. Enumerable.Range(1, 1500).Select(amount => Tally.Raised.Encode(new TallyRaised(amount)))]);
        var tally = await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation);
        Assert.Equal((1500L, 1500L * 1501 / 2), (tally.History.Version, tally.Total));
    }

    [Fact]
    public async Task Aggregate_without_events_is_not_found()
    {
        var error = await Assert.ThrowsAsync<StreamNotFoundException>(
            async () => await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation));
        Assert.Equal(Stream, error.Stream);
        Assert.Contains("'tally/one'", error.Message, StringComparison.Ordinal);
        Assert.Null(await Store.FindAsync<Tally>("one", cancellationToken: Cancellation));
    }

    [Fact]
    public async Task Tenant_is_part_of_the_key()
    {
        await AppendAsync(Sample.Stream("one", Tally.Category, "acme"), Tally.Raised.Encode(new TallyRaised(7)));
        Assert.Null(await Store.FindAsync<Tally>("one", cancellationToken: Cancellation));
        Assert.Equal(7, (await Store.LoadAsync<Tally>(new StreamKey("one", "acme"), cancellationToken: Cancellation)).Total);
    }

    [Fact]
    public async Task Key_that_breaks_its_rule_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(async () => await Store.LoadAsync<Tally>("", cancellationToken: Cancellation));

    [Fact]
    public async Task Event_that_the_aggregate_does_not_know_is_named()
    {
        await AppendAsync(Stream, Tally.Opened.Encode(new TallyOpened(1)), Sample.Event("tally-burnt"));
        var error = await Assert.ThrowsAsync<UnknownEventException>(
            async () => await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation));
        Assert.Equal((Stream, new StreamVersion(1), new EventType("tally-burnt")), (error.Stream, error.Version, error.Type));
        await AppendAsync(Sample.Stream(), Sample.Event());
    }

    [Fact]
    public async Task Event_that_cannot_be_read_is_named()
    {
        await AppendAsync(Stream, Tally.Opened.Encode(new TallyOpened(1)), Sample.Event("tally-raised", """{"other":1}"""));
        var error = await Assert.ThrowsAsync<EventReadException>(
            async () => await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation));
        Assert.Equal((Stream, new StreamVersion(1), "amount"), (error.Stream, error.Version, error.Member));
        await AppendAsync(Sample.Stream(), Sample.Event());
    }

    [Fact]
    public async Task Cancelled_load_ends()
    {
        await AppendAsync(Stream, Tally.Opened.Encode(new TallyOpened(1)));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.LoadAsync<Tally>("one", cancellationToken: new CancellationToken(canceled: true)));
    }
}
