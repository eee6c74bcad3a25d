using System.Text;
using Foldstream;
using Versions;

await using var store = new InMemoryEventStore();

await StoreAsync("first", 1, """{"name":"Ada Lovelace"}""");
await StoreAsync("second", 2, """{"customer":"Grace Hopper"}""");
await store.ExecuteAsync<Order>("third", order => order.Place("Barbara", "Liskov"));

foreach (var id in new[] { "first", "second", "third" })
    Console.WriteLine($"{id}: {(await store.LoadAsync<Order>(id)).LastName}");

#region model
var definition = VersionsEvents.Model.Find("order-placed")!;
Console.WriteLine($"{definition} by {string.Join(", ", definition.Upcasters)}");

await foreach (var read in store.With(VersionsEvents.Model).ReadLogAsync())
    Console.WriteLine($"stored as {read.Recorded.Type}, read as {read.Event}");
#endregion

// What programs of the past have left behind.
async Task StoreAsync(string id, int version, string json) => await store.AppendAsync(
    new StreamId("order", id), ExpectedVersion.NoStream, [new EventData(new EventType("order-placed", version), Encoding.UTF8.GetBytes(json))]);
