namespace Foldstream.TestKit;

/// <summary>Deciders are folded and given commands on any store.</summary>
public abstract class DeciderContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly StreamId Stream = Sample.Stream("one", Purse.Category);

    [Fact]
    public async Task State_without_events_is_the_initial_one() =>
        Assert.Equal(new Folded<Purse>(Purse.Initial, 0), await FoldAsync());

    [Fact]
    public async Task Decision_is_stored_and_folded()
    {
        var first = await Store.DecideAsync<Purse, PutIn>("one", new PutIn(5, 2), cancellationToken: Cancellation);
        Assert.Equal((Stream, 2L, 0L, 1L), (first.Stream, first.Version, first.Stored!.FirstVersion.Value, first.Stored.LastVersion.Value));
        var second = await Store.DecideAsync<Purse, TakeOut>("one", new TakeOut(3), cancellationToken: Cancellation);
        Assert.Equal((3L, 2L), (second.Version, second.Stored!.LastVersion.Value));
        Assert.Equal(new Folded<Purse>(new Purse(4), 3), await FoldAsync());
    }

    [Fact]
    public async Task Decision_of_nothing_writes_nothing()
    {
        var result = await Store.DecideAsync<Purse, PutIn>("one", new PutIn(), cancellationToken: Cancellation);
        Assert.Null(result.Stored);
        Assert.Equal(0, result.Version);
        Assert.Empty(await ReadAsync(Stream));
    }

    [Fact]
    public async Task Decider_that_throws_leaves_nothing()
    {
        await Store.DecideAsync<Purse, PutIn>("one", new PutIn(5), cancellationToken: Cancellation);
        await Assert.ThrowsAsync<InvalidOperationException>(
            async () => await Store.DecideAsync<Purse, TakeOut>("one", new TakeOut(6), cancellationToken: Cancellation));
        await SingleAsync(Stream);
    }

    [Fact]
    public async Task State_is_folded_as_of_a_point_in_the_past()
    {
        foreach (var (coin, hours) in ((long, int)[])[(1, 0), (2, -2), (4, 1)])
        {
            var context = new CommandContext { OccurredAt = TestClock.Start.AddHours(hours) };
            await Store.DecideAsync<Purse, PutIn>("one", new PutIn(coin), context, Cancellation);
            Clock.Move(TimeSpan.FromHours(1));
        }

        var stored = await ReadAsync(Stream);
        Assert.Equal(new Folded<Purse>(new Purse(3), 2), await FoldAsync(AsOf.Version(1)));
        Assert.Equal(new Folded<Purse>(new Purse(2), 1), await FoldAsync(AsOf.Occurred(TestClock.Start.AddHours(-2))));
        Assert.Equal(new Folded<Purse>(new Purse(3), 2), await FoldAsync(AsOf.Occurred(TestClock.Start)));
        Assert.Equal(new Folded<Purse>(new Purse(7), 3), await FoldAsync(AsOf.Recorded(stored[^1].RecordedAt)));
        Assert.Equal(new Folded<Purse>(Purse.Initial, 0), await FoldAsync(AsOf.Recorded(stored[0].RecordedAt.AddMicroseconds(-1))));
    }

    [Fact]
    public async Task Event_that_the_decider_does_not_know_is_named()
    {
        await AppendAsync(Stream, Sample.Event("purse-lost"));
        var error = await Assert.ThrowsAsync<UnknownEventException>(async () => await FoldAsync());
        Assert.Equal((Stream, new EventType("purse-lost")), (error.Stream, error.Type));
    }

    private ValueTask<Folded<Purse>> FoldAsync(AsOf? asOf = null) => Store.FoldAsync<Purse>("one", asOf, Cancellation);
}
