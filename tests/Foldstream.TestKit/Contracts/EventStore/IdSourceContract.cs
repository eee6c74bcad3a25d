namespace Foldstream.TestKit;

/// <summary>The id source of the options is asked for each id that the caller leaves to the store.</summary>
public abstract class IdSourceContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly Guid First = new("00000000-0000-4000-8000-000000000001");
    private static readonly Guid Second = new("00000000-0000-4000-8000-000000000002");

    private readonly StreamId stream = Sample.Stream();
    private readonly Queue<Guid> ids = new([First, Second, First]);

    protected override EventStoreOptions Options => new() { Clock = Clock, NewEventId = _ => ids.Dequeue() };

    [Fact]
    public async Task Ids_come_from_the_id_source()
    {
        await AppendAsync(stream, Sample.Event(), Sample.Event());
        Assert.Equal([First, Second], (await ReadAsync(stream)).Select(recorded => recorded.Id));
    }

    [Fact]
    public async Task Id_source_that_repeats_itself_stores_nothing_twice()
    {
        await AppendAsync(stream, Sample.Event(), Sample.Event());
        var error = await RefusedAsync<DuplicateEventException>(stream, ExpectedVersion.Any, Sample.Event());
        Assert.Equal(First, error.EventId);
        Assert.Equal(2, (await ReadAsync(stream)).Count);
    }
}
