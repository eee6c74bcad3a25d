namespace Foldstream.TestKit;

/// <summary>The context of a command is stamped on every event that it raises.</summary>
public abstract class CommandContextContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly StreamId Stream = Sample.Stream("one", Tally.Category);

    private static readonly CommandContext Context = new()
    {
        OccurredAt = TestClock.Start.AddDays(-1),
        CorrelationId = "request-1",
        CausationId = "command-1",
        Actor = "alice",
        Headers = new Dictionary<string, string>(StringComparer.Ordinal) { ["ip"] = "::1" },
    };

    [Fact]
    public async Task Command_stamps_its_context_on_every_event()
    {
        await Store.ExecuteAsync<Tally>("one", OpenAndRaise, Context, Cancellation);
        AssertStamped(await ReadAsync(Stream));
    }

    [Fact]
    public async Task Save_stamps_the_context_on_every_event()
    {
        var tally = Aggregate.New<Tally>("one");
        OpenAndRaise(tally);
        await Store.SaveAsync(tally, Context, Cancellation);
        AssertStamped(await ReadAsync(Stream));
    }

    [Fact]
    public async Task Decision_stamps_the_context_on_every_event()
    {
        await Store.DecideAsync<Purse, PutIn>("one", new PutIn(1, 2), Context, Cancellation);
        AssertStamped(await ReadAsync(Sample.Stream("one", Purse.Category)));
    }

    [Fact]
    public async Task Command_without_context_leaves_the_time_to_the_clock_and_no_metadata()
    {
        await Store.ExecuteAsync<Tally>("one", tally => tally.Open(), cancellationToken: Cancellation);
        await Store.ExecuteAsync<Tally>("one", tally => tally.Raise(1), new CommandContext(), Cancellation);
        Assert.All(await ReadAsync(Stream), recorded => Assert.Equal(TestClock.Start, recorded.OccurredAt));
        Assert.All(await ReadAsync(Stream), recorded => Assert.Equal(EventMetadata.None, recorded.Metadata));
    }

    private static void OpenAndRaise(Tally tally)
    {
        tally.Open();
        tally.Raise(1);
    }

    private static void AssertStamped(List<RecordedEvent> events)
    {
        Assert.Equal(2, events.Count);
        foreach (var recorded in events)
        {
            Assert.Equal(TestClock.Start.AddDays(-1), recorded.OccurredAt);
            Assert.Equal(
                new EventMetadata { CorrelationId = "request-1", CausationId = "command-1", Actor = "alice", Headers = Context.Headers! },
                recorded.Metadata);
        }
    }
}
