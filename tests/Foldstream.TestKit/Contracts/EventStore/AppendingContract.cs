using System.Text;

namespace Foldstream.TestKit;

/// <summary>Events are stored at the end of a stream, all or none, and come back as they were given.</summary>
public abstract class AppendingContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task First_append_begins_at_version_0()
    {
        var result = await AppendAsync(stream, Sample.Events(3));
        Assert.Equal((stream, 0L, 2L), (result.Stream, result.FirstVersion.Value, result.LastVersion.Value));
        Assert.False(result.AlreadyStored);
        Assert.Equal([0L, 1L, 2L], (await ReadAsync(stream)).Select(recorded => recorded.Version.Value));
    }

    [Fact]
    public async Task Next_append_goes_on_after_the_last_version()
    {
        await AppendAsync(stream, Sample.Events(2));
        var result = await AppendAsync(stream, Sample.Events(2, first: 2));
        Assert.Equal((2L, 3L), (result.FirstVersion.Value, result.LastVersion.Value));
        await AssertNumbersAsync([0, 1, 2, 3], stream);
    }

    [Fact]
    public async Task Result_tells_what_a_read_finds()
    {
        var result = await AppendAsync(stream, Sample.Events(2));
        var last = (await ReadAsync(stream))[^1];
        Assert.Equal((last.Version, last.Position, last.RecordedAt), (result.LastVersion, result.LastPosition, result.RecordedAt));
    }

    [Fact]
    public async Task Stream_of_the_append_is_the_stream_of_the_event()
    {
        await AppendAsync(stream, Sample.Event());
        Assert.Equal(stream, (await SingleAsync(stream)).Stream);
    }

    [Fact]
    public async Task Stored_name_and_schema_version_survive()
    {
        var type = new EventType("größe-geändert", 7);
        await AppendAsync(stream, new EventData(type, "{}"u8.ToArray()));
        Assert.Equal(type, (await SingleAsync(stream)).Type);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{ \"b\" : 1.0 ,\r\n\t\"a\" : 1e2, \"a\":-0 }")]
    [InlineData("{\"text\":\"\\u00e4 ä 🎉 \\/ \\u0000\"}")]
    [InlineData("[1, 2, {\"x\": null}]")]
    [InlineData("123456789012345678901234567890.0000000000000000000000000001")]
    public async Task Content_survives_byte_by_byte(string json)
    {
        await AppendAsync(stream, Sample.Event(data: json));
        Assert.Equal(Encoding.UTF8.GetBytes(json), (await SingleAsync(stream)).Data.ToArray());
    }

    [Fact]
    public async Task Large_content_survives()
    {
        var json = $"\"{new string('x', 1_000_000)}\"";
        await AppendAsync(stream, Sample.Event(data: json));
        Assert.Equal(json, Sample.TextOf(await SingleAsync(stream)));
    }

    [Fact]
    public async Task Buffer_of_the_caller_may_change_after_the_append()
    {
        var buffer = "{\"a\":1}"u8.ToArray();
        await AppendAsync(stream, new EventData(new EventType("thing-happened"), buffer));
        buffer.AsSpan().Fill((byte)' ');
        Assert.Equal("{\"a\":1}", Sample.TextOf(await SingleAsync(stream)));
    }

    [Fact]
    public async Task Append_without_events_is_refused()
    {
        await RefusedAsync<ArgumentException>(stream, ExpectedVersion.Any);
        Assert.Empty(await ReadAsync(stream));
    }

    [Fact]
    public async Task Cancelled_append_stores_nothing()
    {
        var append = new StreamAppend(stream, ExpectedVersion.Any, [Sample.Event()]);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await Store.AppendAsync(append, new CancellationToken(canceled: true)));
        Assert.Empty(await ReadAsync(stream));
    }

    [Fact]
    public void Options_are_those_that_the_store_was_opened_with() => Assert.Same(Clock, Store.Options.Clock);
}
