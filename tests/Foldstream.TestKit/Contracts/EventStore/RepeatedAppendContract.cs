namespace Foldstream.TestKit;

/// <summary>Repeating an append exactly is safe: it gives the first result and stores nothing.</summary>
public abstract class RepeatedAppendContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();
    private readonly EventData[] events = Sample.Events(3);

    [Fact]
    public async Task Repeated_append_gives_the_first_result()
    {
        var first = await AppendAsync(stream, events);
        Clock.Move(TimeSpan.FromHours(1));
        var again = await AppendAsync(stream, events);
        Assert.Equal(first with { AlreadyStored = true }, again);
        await AssertNumbersAsync([0, 1, 2], stream);
    }

    [Fact]
    public async Task Repeated_append_is_recognised_after_the_stream_moved_on()
    {
        await AppendAsync(stream, Sample.Event());
        var first = await AppendAsync(stream, events);
        await AppendAsync(stream, Sample.Event());
        Assert.Equal(first with { AlreadyStored = true }, await AppendAsync(stream, events));
        Assert.Equal(5, (await ReadAsync(stream)).Count);
    }

    [Fact]
    public async Task Repeated_append_is_recognised_whatever_its_condition()
    {
        var first = await AppendIfAsync(stream, ExpectedVersion.NoStream, events);
        WriteCondition[] conditions =
        [
            ExpectedVersion.NoStream,
            ExpectedVersion.Exactly(0),
            ExpectedVersion.Exactly(99),
            ExpectedVersion.Exists,
            ExpectedVersion.Exactly(2) & ExpectedVersion.NoStream,
            new NameOfLast("never"),
        ];
        foreach (var condition in conditions)
            Assert.Equal(first with { AlreadyStored = true }, await AppendIfAsync(stream, condition, events));
        await AssertNumbersAsync([0, 1, 2], stream);
    }

    [Fact]
    public async Task Repeated_append_of_one_event_is_recognised()
    {
        var first = await AppendIfAsync(stream, ExpectedVersion.NoStream, events[0]);
        Assert.Equal(first with { AlreadyStored = true }, await AppendIfAsync(stream, ExpectedVersion.NoStream, events[0]));
        await SingleAsync(stream);
    }

    [Fact]
    public async Task Append_can_be_repeated_many_times()
    {
        var first = await AppendAsync(stream, events);
        for (var repetition = 0; repetition < 5; repetition++)
            Assert.Equal(first with { AlreadyStored = true }, await AppendAsync(stream, events));
    }

    [Fact]
    public async Task Events_without_ids_are_new_each_time()
    {
        EventData[] anonymous = [Sample.Numbered(7), Sample.Numbered(8)];
        await AppendAsync(stream, anonymous);
        Assert.False((await AppendAsync(stream, anonymous)).AlreadyStored);
        await AssertNumbersAsync([7, 8, 7, 8], stream);
    }
}
