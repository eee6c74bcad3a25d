namespace Foldstream.TestKit;

/// <summary>Every event has an id: the caller's, of whatever kind, or one by the id source.</summary>
public abstract class EventIdContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly StreamId stream = Sample.Stream();

    [Fact]
    public async Task Ids_are_uuids_of_version_7_by_the_clock_by_default()
    {
        await AppendAsync(stream, Sample.Event(), Sample.Event());
        var ids = (await ReadAsync(stream)).Select(recorded => recorded.Id).ToArray();
        Assert.Equal(2, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(7, id.Version));
        Assert.All(ids, id => Assert.Equal(Guid.CreateVersion7(TestClock.Start).ToString("N")[..12], id.ToString("N")[..12]));
    }

    [Theory]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("ffffffff-ffff-ffff-ffff-ffffffffffff")]
    [InlineData("01234567-89ab-1cde-8f01-23456789abcd")]
    [InlineData("01234567-89ab-4cde-bf01-23456789abcd")]
    public async Task Any_uuid_is_accepted(string text)
    {
        var id = Guid.Parse(text);
        await AppendAsync(stream, Sample.Event(new EventStamp(Id: id)));
        Assert.Equal(id, (await SingleAsync(stream)).Id);
        Assert.Equal(id, (await Store.FindEventAsync(id, Cancellation))!.Id);
    }

    [Fact]
    public async Task Given_ids_and_ids_by_the_store_mix()
    {
        var id = Guid.NewGuid();
        await AppendAsync(stream, Sample.Event(), Sample.Event(new EventStamp(Id: id)), Sample.Event());
        var ids = (await ReadAsync(stream)).Select(recorded => recorded.Id).ToArray();
        Assert.Equal(id, ids[1]);
        Assert.Equal(3, ids.Distinct().Count());
    }

    [Fact]
    public void One_id_twice_in_one_append_is_refused()
    {
        var id = Guid.NewGuid();
        var error = Assert.Throws<ArgumentException>(
            () => new StreamAppend(stream, ExpectedVersion.Any, [Sample.Numbered(0, id), Sample.Numbered(1, id)]));
        Assert.Contains(id.ToString(), error.Message, StringComparison.Ordinal);
    }
}
