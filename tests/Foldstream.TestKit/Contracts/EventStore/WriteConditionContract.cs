namespace Foldstream.TestKit;

/// <summary>Conditions compose, may be the user's own, and see the stream as it is when the append happens.</summary>
public abstract class WriteConditionContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly WriteCondition IsOpen = new NameOfLast("opened");
    private static readonly WriteCondition IsClosed = new NameOfLast("closed");
    private static readonly WriteCondition IsAtStart = ExpectedVersion.Exactly(0);

    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task Condition_of_ones_own_that_holds_lets_the_append_through()
    {
        await AppendAsync(stream, Sample.Event("opened"));
        await AppendIfAsync(stream, IsOpen, Sample.Event("closed"));
        Assert.Equal(2, (await ReadAsync(stream)).Count);
    }

    [Fact]
    public async Task Condition_of_ones_own_that_fails_is_told_with_the_head()
    {
        await AppendAsync(stream, Sample.Event("opened"), Sample.Event("closed"));
        var error = await RefusedAsync<WriteConditionException>(stream, IsOpen, Sample.Event());
        Assert.Equal((stream, IsOpen, new StreamVersion(1)), (error.Stream, error.Condition, error.Head.Version));
        Assert.Contains("'opened' as the last event", error.Message, StringComparison.Ordinal);
        Assert.Equal(2, (await ReadAsync(stream)).Count);
    }

    [Fact]
    public async Task All_parts_of_an_and_must_hold()
    {
        await AppendAsync(stream, Sample.Event("opened"));
        await RefusedAsync<WriteConditionException>(stream, IsAtStart & IsClosed, Sample.Event());
        await RefusedAsync<WriteConditionException>(stream, IsOpen & ExpectedVersion.Exactly(1), Sample.Event());
        await AppendIfAsync(stream, IsAtStart & IsOpen, Sample.Event());
        Assert.Equal(2, (await ReadAsync(stream)).Count);
    }

    [Fact]
    public async Task One_part_of_an_or_must_hold()
    {
        await AppendAsync(stream, Sample.Event("opened"));
        await RefusedAsync<WriteConditionException>(stream, IsClosed | ExpectedVersion.NoStream, Sample.Event());
        await AppendIfAsync(stream, IsClosed | IsAtStart, Sample.Event());
        Assert.Equal(2, (await ReadAsync(stream)).Count);
    }

    [Fact]
    public async Task Brackets_are_respected()
    {
        await AppendAsync(stream, Sample.Event("opened"));
        await RefusedAsync<WriteConditionException>(stream, (IsOpen | IsAtStart) & IsClosed, Sample.Event());
        await AppendIfAsync(stream, IsOpen | IsAtStart & IsClosed, Sample.Event());
        Assert.Equal(2, (await ReadAsync(stream)).Count);
    }

    [Fact]
    public async Task Condition_sees_a_stream_without_events()
    {
        var seen = new SeenHead();
        await AppendIfAsync(stream, seen, Sample.Event());
        Assert.Equal(StreamHead.Empty(stream), seen.Head);
    }

    [Fact]
    public async Task Condition_sees_the_facts_of_the_last_event()
    {
        await AppendAsync(stream, Sample.Event());
        await AppendAsync(stream, Sample.Event(), new EventData(new EventType("opened", 3), "{}"u8.ToArray()));
        var last = (await ReadAsync(stream))[^1];
        var seen = new SeenHead();
        await AppendIfAsync(stream, seen, Sample.Event());
        Assert.Equal(new StreamHead(stream, 2, new LastEvent(last.Id, new EventType("opened", 3), last.OccurredAt, last.RecordedAt)), seen.Head);
    }

    [Fact]
    public async Task Condition_that_throws_stores_nothing_and_harms_nothing()
    {
        await RefusedAsync<NotSupportedException>(stream, new Throwing(), Sample.Event());
        Assert.Empty(await ReadAsync(stream));
        await AppendAsync(stream, Sample.Event());
        Assert.Single(await ReadAsync(stream));
    }

    private sealed record SeenHead : WriteCondition
    {
        public StreamHead? Head { get; private set; }

        public override string Description => "a look at the head";

        public override bool IsMetBy(StreamHead head)
        {
            Head = head;
            return true;
        }
    }

    private sealed record Throwing : WriteCondition
    {
        public override string Description => "an error";

        public override bool IsMetBy(StreamHead head) => throw new NotSupportedException("A condition broke.");
    }
}
