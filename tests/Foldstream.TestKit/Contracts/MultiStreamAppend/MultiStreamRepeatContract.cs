namespace Foldstream.TestKit;

/// <summary>Repeating an append to several streams as a whole is safe; a mixture of stored and new is an error.</summary>
public abstract class MultiStreamRepeatContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IMultiStreamAppend
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly StreamId One = Sample.Stream("one");
    private static readonly StreamId Two = Sample.Stream("two");

    private readonly StreamAppend toOne = new(One, ExpectedVersion.NoStream, Sample.Events(2));
    private readonly StreamAppend toTwo = new(Two, ExpectedVersion.NoStream, Sample.Events(1, first: 5));

    [Fact]
    public async Task Repeated_append_gives_the_first_results()
    {
        var first = await AppendAllAsync(toOne, toTwo);
        await AppendAsync(One, Sample.Event());
        Clock.Move(TimeSpan.FromHours(1));
        var again = await AppendAllAsync(toOne, toTwo);
        Assert.Equal(first.Select(result => result with { AlreadyStored = true }), again);
        Assert.Equal(3, (await ReadAsync(One)).Count);
        await AssertNumbersAsync([5], Two);
    }

    [Fact]
    public async Task Stored_and_new_streams_do_not_mix()
    {
        await AppendAllAsync(toOne, toTwo);
        var toThree = new StreamAppend(Sample.Stream("three"), ExpectedVersion.Any, Sample.Events(1));
        var error = await Assert.ThrowsAsync<DuplicateEventException>(() => AppendAllAsync(toThree, toOne));
        Assert.Equal((One, toOne.Events[0].Id), (error.Stream, error.EventId));
        Assert.Empty(await ReadAsync(toThree.Stream));
    }

    [Fact]
    public async Task Stored_and_new_events_do_not_mix()
    {
        await AppendAllAsync(toOne, toTwo);
        var longer = new StreamAppend(Two, ExpectedVersion.Any, [.. toTwo.Events, .. Sample.Events(1)]);
        await Assert.ThrowsAsync<DuplicateEventException>(() => AppendAllAsync(toOne, longer));
        await AssertNumbersAsync([0, 1], One);
        await AssertNumbersAsync([5], Two);
    }

    [Fact]
    public async Task Events_that_change_streams_are_refused()
    {
        await AppendAllAsync(toOne, toTwo);
        await Assert.ThrowsAsync<DuplicateEventException>(() => AppendAllAsync(
            new StreamAppend(Two, ExpectedVersion.Any, toOne.Events), new StreamAppend(One, ExpectedVersion.Any, toTwo.Events)));
        await AssertNumbersAsync([0, 1], One);
    }

    [Fact]
    public async Task Refused_append_leaves_its_ids_free()
    {
        await AppendAsync(Two, Sample.Event());
        await Assert.ThrowsAsync<WrongExpectedVersionException>(() => AppendAllAsync(toOne, toTwo));
        var results = await AppendAllAsync(toOne, new StreamAppend(Two, ExpectedVersion.Exactly(0), toTwo.Events));
        Assert.All(results, result => Assert.False(result.AlreadyStored));
    }

    private Task<IReadOnlyList<AppendResult>> AppendAllAsync(params StreamAppend[] appends) =>
        Task.Run(async () => await Store.AppendAsync(appends, Cancellation));
}
