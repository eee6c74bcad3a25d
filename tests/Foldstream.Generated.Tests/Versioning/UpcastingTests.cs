using System.Text;

namespace Foldstream.Generated.Tests;

/// <summary>Whatever version was stored, the newest arrives.</summary>
public sealed class UpcastingTests
{
    private static readonly StreamId Stream = new("order", "o1");

    private readonly InMemoryEventStore store = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1, """{"name":"Ada Lovelace","unknown":[1]}""", 1)]
    [InlineData(2, """{"customer":"Ada Lovelace"}""", 1)]
    [InlineData(3, """{"firstName":"Ada","lastName":"Lovelace"}""", 1)]
    [InlineData(4, """{"first":"Ada","last":"Lovelace","lines":3}""", 3)]
    [InlineData(5, """{"firstName":"Ada","lastName":"Lovelace","lines":7}""", 7)]
    public async Task Every_version_arrives_as_the_newest_wherever_it_is_read(int version, string json, int lines)
    {
        await StoreAsync(Stream, "order-placed", version, json);
        var newest = new OrderPlaced("Ada", "Lovelace", lines);
        var typed = store.With(TestsEvents.Model);

        var loaded = await store.LoadAsync<Order>("o1", cancellationToken: Token);

        Assert.Equal(("Lovelace, Ada", lines, 1L), (loaded.Customer, loaded.Lines, loaded.Version));
        Assert.Equal([newest], await EventsOf(typed.ReadAsync(Stream, cancellationToken: Token)));
        Assert.Equal([newest], await EventsOf(typed.ReadLogAsync(cancellationToken: Token)));
        Assert.Equal([newest], await EventsOf(typed.ReadCategoryAsync("order", cancellationToken: Token)));
    }

    [Fact]
    public async Task What_is_stored_keeps_its_version_and_its_bytes()
    {
        await StoreAsync(Stream, "order-placed", 2, """{"customer":"Ada Lovelace"}""");
        await store.ExecuteAsync<Order>("o1", order => order.Place("Grace", "Hopper"), cancellationToken: Token);

        var stored = await store.ReadAsync(Stream, cancellationToken: Token).ToListAsync(Token);

        Assert.Equal([new EventType("order-placed", 2), new EventType("order-placed", 5)], stored.Select(recorded => recorded.Type));
        Assert.Equal("""{"customer":"Ada Lovelace"}""", Encoding.UTF8.GetString(stored[0].Data.Span));
    }

    [Fact]
    public async Task Deciders_evolve_by_the_newest_version_of_a_struct()
    {
        await StoreAsync(new StreamId("basket", "b1"), "line-added", 1, """{"number":7}""");

        Assert.Equal("A7;", (await store.FoldAsync<Basket>("b1", cancellationToken: Token)).State.Articles);
    }

    [Fact]
    public async Task Events_of_another_assembly_bring_their_chains_along()
    {
        await StoreAsync(new StreamId("parcel", "p1"), "parcel-returned", 1, """{"why":"broken"}""");

        Assert.Equal("broken/True", (await store.LoadAsync<Depot.Parcel>("p1", cancellationToken: Token)).ReturnedFor);
    }

    private static async Task<List<object>> EventsOf(IAsyncEnumerable<TypedEvent> events) =>
        await events.Select(typed => typed.Event).ToListAsync(Token);

    private async Task StoreAsync(StreamId stream, string name, int version, string json) =>
        await store.AppendAsync(stream, ExpectedVersion.Any, [new EventData(new EventType(name, version), Encoding.UTF8.GetBytes(json))], Token);
}
