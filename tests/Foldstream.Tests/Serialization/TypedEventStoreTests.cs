namespace Foldstream.Tests;

public sealed class TypedEventStoreTests : IAsyncDisposable
{
    private static readonly StreamId Stream = Sample.Stream("one", Tally.Category);

    private readonly InMemoryEventStore store = new(new EventStoreOptions { Clock = new TestClock() });
    private readonly TypedEventLog typed;

    public TypedEventStoreTests() => typed = store.With(new EventModel(Tally.Opened, Tally.Raised));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Events_go_in_and_come_out_as_they_are()
    {
        object[] events = [new TallyOpened(1), new TallyRaised(2)];
        await typed.AppendAsync(Stream, ExpectedVersion.NoStream, events, cancellationToken: Cancellation);
        Assert.Equal(events, (await typed.ReadAsync(Stream, cancellationToken: Cancellation).ToListAsync(Cancellation)).Select(item => item.Event));
        Assert.Equal(events, (await typed.ReadLogAsync(cancellationToken: Cancellation).ToListAsync(Cancellation)).Select(item => item.Event));
        Assert.Equal(events, (await typed.ReadCategoryAsync("tally", cancellationToken: Cancellation).ToListAsync(Cancellation)).Select(item => item.Event));
        Assert.Empty(await typed.ReadCategoryAsync("other", cancellationToken: Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Range_is_passed_on()
    {
        await typed.AppendAsync(Stream, ExpectedVersion.Any, [new TallyOpened(1), new TallyRaised(2)], cancellationToken: Cancellation);
        var second = await typed.ReadAsync(Stream, new StreamRange { From = 1 }, Cancellation).ToListAsync(Cancellation);
        Assert.Equal((new TallyRaised(2), 1L), (Assert.Single(second).Event, second[0].Recorded.Version.Value));
        var first = await typed.ReadLogAsync(new LogRange { Limit = 1 }, Cancellation).ToListAsync(Cancellation);
        Assert.Equal(new TallyOpened(1), Assert.Single(first).Event);
    }

    [Fact]
    public async Task Condition_is_passed_on() =>
        await Assert.ThrowsAsync<WrongExpectedVersionException>(async () =>
            await typed.AppendAsync(Stream, ExpectedVersion.Exists, [new TallyOpened(1)], cancellationToken: Cancellation));

    [Fact]
    public async Task Context_is_stamped_and_its_key_makes_repeating_safe()
    {
        var context = new CommandContext { Actor = "alice", OccurredAt = TestClock.Start.AddDays(-1), IdempotencyKey = "key-1" };
        object[] events = [new TallyOpened(1), new TallyRaised(2)];
        var first = await typed.AppendAsync(Stream, ExpectedVersion.NoStream, events, context, Cancellation);
        var again = await typed.AppendAsync(Stream, ExpectedVersion.NoStream, events, context, Cancellation);
        Assert.Equal(first with { AlreadyStored = true }, again);
        var stored = (await store.LatestAsync(Stream, Cancellation))!;
        Assert.Equal(("alice", TestClock.Start.AddDays(-1)), (stored.Metadata.Actor, stored.OccurredAt));
    }

    [Fact]
    public async Task Unknown_event_is_refused_and_nothing_is_stored()
    {
        await Assert.ThrowsAsync<UnknownEventException>(async () =>
            await typed.AppendAsync(Stream, ExpectedVersion.Any, [new TallyOpened(1), "text"], cancellationToken: Cancellation));
        Assert.Null(await store.LatestAsync(Stream, Cancellation));
    }

    [Fact]
    public async Task Unknown_stored_event_ends_the_read_unless_the_range_leaves_it_out()
    {
        await store.AppendAsync(Stream, ExpectedVersion.Any, [Sample.Event("tally-burnt"), Tally.Raised.Encode(new TallyRaised(2))], Cancellation);
        await Assert.ThrowsAsync<UnknownEventException>(async () =>
            await typed.ReadLogAsync(cancellationToken: Cancellation).ToListAsync(Cancellation));
        var known = new LogRange { EventNames = ["tally-raised"] };
        Assert.Single(await typed.ReadLogAsync(known, Cancellation).ToListAsync(Cancellation));
    }
}
