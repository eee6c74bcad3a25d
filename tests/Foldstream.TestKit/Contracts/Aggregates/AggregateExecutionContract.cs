namespace Foldstream.TestKit;

/// <summary>A command loads an aggregate, acts, and stores what was raised, or nothing at all.</summary>
public abstract class AggregateExecutionContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly StreamId Stream = Sample.Stream("one", Tally.Category);

    [Fact]
    public async Task First_command_begins_the_stream()
    {
        var result = await Store.ExecuteAsync<Tally>("one", tally => tally.Open(5), cancellationToken: Cancellation);
        Assert.Equal((Stream, 1L, false), (result.Stream, result.Version, result.AlreadyStored));
        Assert.Equal((0L, 0L), (result.Stored!.FirstVersion.Value, result.Stored.LastVersion.Value));
        Assert.Equal((await SingleAsync(Stream)).Position, result.LastPosition);
        Assert.Equal("""{"amount":5}""", Sample.TextOf(await SingleAsync(Stream)));
    }

    [Fact]
    public async Task Next_command_acts_on_the_state_and_goes_on_in_the_stream()
    {
        await Store.ExecuteAsync<Tally>("one", tally => tally.Open(5), cancellationToken: Cancellation);
        var result = await Store.ExecuteAsync<Tally>("one", Double, cancellationToken: Cancellation);
        Assert.Equal((3L, 1L, 2L), (result.Version, result.Stored!.FirstVersion.Value, result.Stored.LastVersion.Value));
        Assert.Equal(["tally-opened", "tally-raised", "tally-raised"], (await ReadAsync(Stream)).Select(recorded => recorded.Type.Name));
        Assert.Equal(20, (await Store.LoadAsync<Tally>("one", cancellationToken: Cancellation)).Total);

        static void Double(Tally tally)
        {
            tally.Raise(tally.Total);
            tally.Raise(tally.Total);
        }
    }

    [Fact]
    public async Task Command_that_raises_nothing_writes_nothing()
    {
        var before = await Store.ExecuteAsync<Tally>("one", _ => { }, cancellationToken: Cancellation);
        Assert.Equal((0L, false), (before.Version, before.AlreadyStored));
        Assert.Null(before.Stored);
        Assert.Null(before.LastPosition);
        Assert.Empty(await ReadAsync(Stream));
        await Store.ExecuteAsync<Tally>("one", tally => tally.Open(), cancellationToken: Cancellation);
        var after = await Store.ExecuteAsync<Tally>("one", _ => { }, cancellationToken: Cancellation);
        Assert.Equal(1, after.Version);
        Assert.Null(after.Stored);
        await SingleAsync(Stream);
    }

    [Fact]
    public async Task Command_that_throws_leaves_nothing()
    {
        var runs = 0;
        await Assert.ThrowsAsync<NotSupportedException>(async () => await Store.ExecuteAsync<Tally>("one", Break, cancellationToken: Cancellation));
        Assert.Equal(1, runs);
        Assert.Empty(await ReadAsync(Stream));

        void Break(Tally tally)
        {
            runs++;
            tally.Open();
            throw new NotSupportedException("A command broke.");
        }
    }

    [Fact]
    public async Task Asynchronous_command_is_awaited()
    {
        await Store.ExecuteAsync<Tally>("one", OpenLaterAsync, cancellationToken: Cancellation);
        Assert.Equal("tally-opened", (await SingleAsync(Stream)).Type.Name);

        static async Task OpenLaterAsync(Tally tally)
        {
            await Task.Yield();
            tally.Open();
        }
    }

    [Fact]
    public async Task Value_of_the_command_is_returned()
    {
        await Store.ExecuteAsync<Tally>("one", tally => tally.Open(3), cancellationToken: Cancellation);
        var result = await Store.ExecuteAsync<Tally, long>("one", RaiseAndTell, cancellationToken: Cancellation);
        Assert.Equal((7L, 2L), (result.Value, result.Version));
        Assert.Equal(2, (await ReadAsync(Stream)).Count);

        static long RaiseAndTell(Tally tally)
        {
            tally.Raise(4);
            return tally.Total;
        }
    }

    [Fact]
    public async Task Value_of_an_asynchronous_command_is_returned()
    {
        var result = await Store.ExecuteAsync<Tally, string>("one", OpenLaterAsync, cancellationToken: Cancellation);
        Assert.Equal("opened", result.Value);
        await SingleAsync(Stream);

        static async Task<string> OpenLaterAsync(Tally tally)
        {
            await Task.Yield();
            tally.Open();
            return "opened";
        }
    }

    [Fact]
    public async Task Command_goes_to_the_stream_of_its_tenant()
    {
        var result = await Store.ExecuteAsync<Tally>(new StreamKey("one", "acme"), tally => tally.Open(), cancellationToken: Cancellation);
        Assert.Equal(Sample.Stream("one", Tally.Category, "acme"), result.Stream);
        Assert.Empty(await ReadAsync(Stream));
    }
}
