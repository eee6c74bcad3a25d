namespace Foldstream.TestKit;

/// <summary>An event id that is stored already, but not by the same append, is an error that names the id; nothing is stored.</summary>
public abstract class DuplicateEventContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();
    private readonly EventData[] events = Sample.Events(3);

    [Fact]
    public async Task Same_ids_in_another_order_are_refused()
    {
        await AppendAsync(stream, events);
        await AssertRefusedAsync([events[1], events[0], events[2]], events[0].Id!.Value);
    }

    [Fact]
    public async Task Same_ids_with_another_in_between_are_refused()
    {
        await AppendAsync(stream, events);
        await AssertRefusedAsync([events[0], events[2]], events[2].Id!.Value);
    }

    [Fact]
    public async Task Same_id_with_another_content_is_refused()
    {
        await AppendAsync(stream, events);
        await AssertRefusedAsync([events[0], Sample.Numbered(99, events[1].Id)], events[1].Id!.Value);
    }

    [Fact]
    public async Task Same_id_with_another_name_is_refused()
    {
        await AppendAsync(stream, events[0]);
        await AssertRefusedAsync([new EventData(new EventType("other"), events[0].Data, new EventStamp(events[0].Id))], events[0].Id!.Value);
    }

    [Fact]
    public async Task Same_id_with_another_schema_version_is_refused()
    {
        await AppendAsync(stream, events[0]);
        var type = events[0].Type with { Version = 2 };
        await AssertRefusedAsync([new EventData(type, events[0].Data, new EventStamp(events[0].Id))], events[0].Id!.Value);
    }

    [Fact]
    public async Task New_id_after_stored_ones_is_refused()
    {
        await AppendAsync(stream, events);
        var another = Sample.Numbered(3, Guid.NewGuid());
        await AssertRefusedAsync([.. events, another], another.Id!.Value);
    }

    [Fact]
    public async Task New_id_before_stored_ones_is_refused()
    {
        await AppendAsync(stream, events);
        var another = Sample.Numbered(3, Guid.NewGuid());
        await AssertRefusedAsync([another, .. events], [another.Id!.Value, events[0].Id!.Value]);
    }

    [Fact]
    public async Task Event_without_id_among_stored_ones_is_refused()
    {
        await AppendAsync(stream, events);
        await AssertRefusedAsync([events[0], Sample.Numbered(9), events[1]], [Guid.Empty, events[1].Id!.Value]);
    }

    [Theory]
    [InlineData("two", "thing", "")]
    [InlineData("one", "other", "")]
    [InlineData("one", "thing", "acme")]
    public async Task Same_ids_in_another_stream_are_refused(string id, string category, string tenant)
    {
        await AppendAsync(stream, events);
        var other = Sample.Stream(id, category, tenant);
        var error = await RefusedAsync<DuplicateEventException>(other, ExpectedVersion.Any, events);
        Assert.Equal((other, events[0].Id!.Value), (error.Stream, error.EventId));
        Assert.Empty(await ReadAsync(other));
    }

    [Fact]
    public async Task Duplicate_is_told_although_the_condition_fails_too()
    {
        await AppendAsync(stream, events);
        var error = await RefusedAsync<DuplicateEventException>(
            stream, ExpectedVersion.NoStream, Sample.Numbered(99, events[0].Id));
        Assert.Equal(events[0].Id, error.EventId);
    }

    private async Task AssertRefusedAsync(EventData[] append, params Guid[] named)
    {
        var before = (await ReadAsync(stream)).Select(recorded => recorded.Id);
        var error = await RefusedAsync<DuplicateEventException>(stream, ExpectedVersion.Any, append);
        Assert.Equal(stream, error.Stream);
        Assert.Contains(error.EventId, named);
        Assert.Contains(error.EventId.ToString(), error.Message, StringComparison.Ordinal);
        Assert.Equal(before, (await ReadAsync(stream)).Select(recorded => recorded.Id));
    }
}
