namespace Foldstream.TestKit;

/// <summary>A final event closes a stream for appends, and for nothing else.</summary>
public abstract class ClosedStreamContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();

    public static TheoryData<ExpectedVersion> Conditions =>
        [ExpectedVersion.Any, ExpectedVersion.Exists, ExpectedVersion.NoStream, ExpectedVersion.Exactly(2), ExpectedVersion.Exactly(7)];

    [Theory]
    [MemberData(nameof(Conditions))]
    public async Task Append_to_a_closed_stream_is_refused_whatever_its_condition(ExpectedVersion condition)
    {
        await CloseAfterTwoAsync();
        var error = await RefusedAsync<StreamClosedException>(stream, condition, Sample.Numbered(9));
        Assert.Equal((stream, 2L), (error.Stream, error.Version.Value));
        await AssertNumbersAsync([0, 1, 2], stream);
    }

    [Fact]
    public async Task Append_with_a_condition_of_ones_own_to_a_closed_stream_is_refused()
    {
        await CloseAfterTwoAsync();
        await RefusedAsync<StreamClosedException>(stream, new NameOfLast("number-drawn"), Sample.Numbered(9));
        await RefusedAsync<StreamClosedException>(stream, new NameOfLast("another"), Sample.Numbered(9));
    }

    [Fact]
    public async Task Closed_stream_is_not_closed_again()
    {
        await CloseAfterTwoAsync();
        await Assert.ThrowsAsync<StreamClosedException>(
            async () => await Store.CloseAsync(stream, ExpectedVersion.Any, Sample.Numbered(9), Cancellation));
    }

    [Fact]
    public async Task Repeated_appends_are_recognised_after_the_close()
    {
        var events = Sample.Events(2);
        var final = Sample.Numbered(2, Guid.NewGuid());
        var first = await AppendAsync(stream, events);
        var close = await Store.CloseAsync(stream, ExpectedVersion.Exactly(1), final, Cancellation);
        Assert.Equal(first with { AlreadyStored = true }, await AppendAsync(stream, events));
        Assert.Equal(
            close with { AlreadyStored = true }, await Store.CloseAsync(stream, ExpectedVersion.Exactly(1), final, Cancellation));
    }

    [Fact]
    public async Task Close_that_is_refused_closes_nothing()
    {
        await AppendAsync(stream, Sample.Events(2));
        await Assert.ThrowsAsync<WrongExpectedVersionException>(
            async () => await Store.CloseAsync(stream, ExpectedVersion.Exactly(7), Sample.Numbered(9), Cancellation));
        await AppendAsync(stream, Sample.Numbered(2));
        await AssertNumbersAsync([0, 1, 2], stream);
    }

    [Fact]
    public async Task Stream_may_begin_with_its_final_event()
    {
        await Store.CloseAsync(stream, ExpectedVersion.NoStream, Sample.Numbered(0), Cancellation);
        await RefusedAsync<StreamClosedException>(stream, ExpectedVersion.Any, Sample.Numbered(1));
        Assert.Equal(0, (await Store.HeadAsync(stream, Cancellation)).Version.Value);
    }

    [Fact]
    public async Task Other_streams_stay_open()
    {
        await CloseAfterTwoAsync();
        await AppendAsync(Sample.Stream(tenant: "other"), Sample.Numbered(0));
        await AppendAsync(Sample.Stream("other"), Sample.Numbered(0));
    }

    private async Task CloseAfterTwoAsync()
    {
        await AppendAsync(stream, Sample.Events(2));
        await Store.CloseAsync(stream, ExpectedVersion.Exactly(1), Sample.Numbered(2), Cancellation);
    }
}
