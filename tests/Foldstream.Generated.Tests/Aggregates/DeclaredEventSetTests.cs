using Foldstream.Generated.Library;

namespace Foldstream.Generated.Tests;

public sealed class DeclaredEventSetTests
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryEventStore store = new();

    [Fact]
    public async Task Events_of_another_assembly_are_stored_and_applied()
    {
        await store.ExecuteAsync<Depot.Parcel>("p1", parcel => parcel.Send("Bob", new Address("High Street 1", "Leeds")), cancellationToken: Token);
        await store.ExecuteAsync<Depot.Parcel>("p1", parcel => parcel.Deliver(Noon), cancellationToken: Token);

        var loaded = await store.LoadAsync<Depot.Parcel>("p1", cancellationToken: Token);

        Assert.Equal(("Leeds", Noon), (loaded.Town, loaded.DeliveredAt));
    }

    [Fact]
    public async Task An_ignored_event_counts_and_changes_nothing()
    {
        var stream = new StreamId("parcel", "p1");
        await store.ExecuteAsync<Depot.Parcel>("p1", parcel => parcel.Send("Bob", new Address("High Street 1", "Leeds")), cancellationToken: Token);
        await store.With(GeneratedLibraryModel).AppendAsync(stream, ExpectedVersion.Exactly(0), [new ParcelWeighed(2.5m)], cancellationToken: Token);

        var loaded = await store.LoadAsync<Depot.Parcel>("p1", cancellationToken: Token);

        Assert.Equal(("Leeds", 2L), (loaded.Town, loaded.Version));
    }

    private static EventModel GeneratedLibraryModel => LibraryEvents.Model;

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
