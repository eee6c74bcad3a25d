namespace Foldstream.Benchmarks;

/// <summary>The same operations through the toolkit.</summary>
/// <param name="store">The store.</param>
/// <param name="model">The event model of the program.</param>
internal sealed class ToolkitSide(IEventStore store, EventModel model) : IFloor
{
    private readonly TypedEventStore typed = store.With(model);

    public async Task AppendAsync(string stream, long expected, OrderPlaced[] events) =>
        await typed.AppendAsync(new StreamId("orders", stream), ExpectedVersion.Exactly(StreamVersion.AfterEvents(expected + 1)), events);

    public async Task<(decimal Total, long Version)> LoadAsync(string stream)
    {
        var orders = await store.LoadAsync<Orders>(stream);
        return (orders.Total, orders.Version - 1);
    }

    public async Task ExecuteAsync(string stream) => await store.ExecuteAsync<Orders>(stream, orders => orders.Place(SampleOrder.Value));

    public void Dispose() => store.DisposeAsync().AsTask().GetAwaiter().GetResult();
}
