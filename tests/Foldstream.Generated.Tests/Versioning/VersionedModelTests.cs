using Foldstream.Generated.Library;

namespace Foldstream.Generated.Tests;

/// <summary>What an assembly's event model knows of versions, of handlers and of other assemblies.</summary>
public sealed class VersionedModelTests
{
    [Fact]
    public void An_event_knows_its_steps_and_its_older_types()
    {
        var definition = TestsEvents.Model.Find("order-placed")!;

        Assert.Equal((typeof(OrderPlaced), 5), (definition.ClrType, definition.Type.Version));
        Assert.Equal(
            [
                new Upcaster(1, 2, "OrderPlaced.ToV2"),
                new Upcaster(2, 3, "OrderPlacedV3.From", typeof(OrderPlacedV2)),
                new Upcaster(3, 4, "OrderPlaced.ToV4", typeof(OrderPlacedV3)),
                new Upcaster(4, 5, "OrderPlaced.ToV5"),
            ],
            definition.Upcasters);
        Assert.Equal([typeof(OrderPlacedV2), typeof(OrderPlacedV3), typeof(OrderPlacedV4)], definition.OlderTypes);
        Assert.Empty(TestsEvents.Model.Find("account-opened")!.Upcasters);
    }

    [Fact]
    public async Task An_older_version_is_not_appended()
    {
        await using var store = new InMemoryEventStore();

        var error = await Assert.ThrowsAsync<SupersededEventException>(async () => await store.With(TestsEvents.Model).AppendAsync(
            new StreamId("order", "o1"), ExpectedVersion.NoStream, [new OrderPlacedV2("Ada Lovelace")], cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal((typeof(OrderPlacedV2), typeof(OrderPlaced), new EventType("order-placed", 5)), (error.Older, error.Newest, error.Type));
        Assert.Contains("append 'Foldstream.Generated.Tests.OrderPlaced' instead", error.Message, StringComparison.Ordinal);
        Assert.Null(TestsEvents.Model.Find(typeof(OrderPlacedV2)));
    }

    [Fact]
    public void Those_who_handle_an_event_are_known()
    {
        var parcel = Assert.Single(TestsEvents.Model.HandlersOf("parcel-returned"));

        Assert.Equal((HandlingKind.Aggregate, "Foldstream.Generated.Tests.Depot.Parcel", "parcel"), (parcel.Kind, parcel.Name, parcel.Category));
        Assert.Equal(["parcel-weighed"], parcel.Ignores);
        Assert.Equal(HandlingKind.Decider, Assert.Single(TestsEvents.Model.HandlersOf("line-added")).Kind);
        Assert.Empty(TestsEvents.Model.HandlersOf("parcel-weighed"));
    }

    [Fact]
    public void The_model_of_another_assembly_is_included_where_its_events_are_handled()
    {
        Assert.Same(LibraryEvents.Model.Find("parcel-weighed"), TestsEvents.Model.Find("parcel-weighed"));
        Assert.Same(ParcelSentJsonConverter.Definition, TestsEvents.Model.Find(typeof(ParcelSent)));
    }

    [Fact]
    public void Combining_what_is_included_already_changes_nothing() =>
        Assert.Equal(TestsEvents.Model.Definitions.Count, EventModel.Combine(LibraryEvents.Model, TestsEvents.Model, LibraryEvents.Model).Definitions.Count);
}
