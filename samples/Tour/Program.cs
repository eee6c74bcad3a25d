// Runs every piece of code that the documentation shows, on stores in memory and one in a file.
using Foldstream;
using Tour;

await using var store = new InMemoryEventStore();

await Aggregates.RunAsync(store);
await Commands.RunAsync();
await Past.RunAsync();
await Deciders.RunAsync(store);
await Streams.RunAsync(store);
await Pitch.RunAsync();
await ReadModels.RunAsync();
await Querying.RunAsync();
await Subscribing.RunAsync();
await PaymentRows.RunAsync();
await Snapshots.RunAsync();
await Memory.RunAsync();
await Files.RunAsync();
await Listening.RunAsync();
await Testing.RunAsync();
