namespace Foldstream.TestKit;

/// <summary>The optimistic lock: an append is stored only on the version that it expects, and 0 is a version like any other.</summary>
public abstract class ExpectedVersionContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();

    /// <summary>How many events the stream has, what is expected of it, whether that holds.</summary>
    public static TheoryData<int, string, bool> Expectations => new()
    {
        { 0, "any", true },
        { 0, "none", true },
        { 0, "exists", false },
        { 0, "0", false },
        { 0, "1", false },
        { 1, "any", true },
        { 1, "none", false },
        { 1, "exists", true },
        { 1, "0", true },
        { 1, "1", false },
        { 3, "any", true },
        { 3, "none", false },
        { 3, "exists", true },
        { 3, "0", false },
        { 3, "1", false },
        { 3, "2", true },
        { 3, "3", false },
    };

    [Theory]
    [MemberData(nameof(Expectations))]
    public async Task Append_is_stored_only_on_the_version_that_it_expects(int events, string expected, bool holds)
    {
        await AppendSomeAsync(events);
        var before = await NumbersAsync(stream);
        if (holds)
            await AppendIfAsync(stream, Parse(expected), Sample.Numbered(99));
        else
            await RefusedAsync<WrongExpectedVersionException>(stream, Parse(expected), Sample.Numbered(99));
        await AssertNumbersAsync(holds ? [.. before, 99] : before, stream);
    }

    [Theory]
    [MemberData(nameof(Expectations))]
    public async Task Expectation_holds_alike_inside_of_a_combined_condition(int events, string expected, bool holds)
    {
        await AppendSomeAsync(events);
        var combined = Parse(expected) & new Whatever();
        if (holds)
            await AppendIfAsync(stream, combined, Sample.Numbered(99));
        else
            await RefusedAsync<WriteConditionException>(stream, combined, Sample.Numbered(99));
        Assert.Equal(events + (holds ? 1 : 0), (await ReadAsync(stream)).Count);
    }

    [Fact]
    public async Task Error_tells_stream_expected_and_actual()
    {
        await AppendAsync(stream, Sample.Events(3));
        var error = await RefusedAsync<WrongExpectedVersionException>(stream, ExpectedVersion.Exactly(1), Sample.Event());
        Assert.Equal(stream, error.Stream);
        Assert.Equal(ExpectedVersion.Exactly(1), error.Expected);
        Assert.Equal(ExpectedVersion.Exactly(1), error.Condition);
        Assert.Equal(new StreamVersion(2), error.Actual);
        Assert.Contains("'thing/one'", error.Message, StringComparison.Ordinal);
        Assert.Contains("version 1", error.Message, StringComparison.Ordinal);
        Assert.Contains("version 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Error_on_a_stream_without_events_tells_that_there_is_no_version()
    {
        var error = await RefusedAsync<WrongExpectedVersionException>(stream, ExpectedVersion.Exactly(0), Sample.Event());
        Assert.True(error.Actual.IsNone);
        Assert.Null(error.Head.Last);
        Assert.Equal(StreamHead.Empty(stream), await Store.HeadAsync(stream, Cancellation));
    }

    [Fact]
    public async Task Streams_are_counted_apart()
    {
        await AppendAsync(Sample.Stream("other"), Sample.Events(3));
        await AppendAsync(Sample.Stream("one", "other"), Sample.Events(3));
        await AppendAsync(Sample.Stream("one", tenant: "other"), Sample.Events(3));
        var result = await AppendIfAsync(stream, ExpectedVersion.NoStream, Sample.Event());
        Assert.Equal(new StreamVersion(0), result.LastVersion);
    }

    [Fact]
    public async Task Refused_append_of_several_events_leaves_nothing_and_its_ids_stay_free()
    {
        await AppendAsync(stream, Sample.Event());
        var events = Sample.Events(3);
        await RefusedAsync<WrongExpectedVersionException>(stream, ExpectedVersion.NoStream, events);
        Assert.Null(await Store.FindEventAsync(events[0].Id!.Value, Cancellation));
        var result = await AppendIfAsync(stream, ExpectedVersion.Exactly(0), events);
        Assert.False(result.AlreadyStored);
        Assert.Equal(new StreamVersion(3), result.LastVersion);
    }

    private async Task AppendSomeAsync(int events)
    {
        if (events > 0)
            await AppendAsync(stream, Sample.Events(events));
    }

    private static ExpectedVersion Parse(string expected) => expected switch
    {
        "any" => ExpectedVersion.Any,
        "none" => ExpectedVersion.NoStream,
        "exists" => ExpectedVersion.Exists,
        _ => ExpectedVersion.Exactly(long.Parse(expected, System.Globalization.CultureInfo.InvariantCulture)),
    };

    private sealed record Whatever : WriteCondition
    {
        public override string Description => "whatever there is";

        public override bool IsMetBy(StreamHead head) => true;
    }
}
