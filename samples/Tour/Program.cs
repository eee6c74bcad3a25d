// Runs every piece of code that the documentation shows, on a store in memory.
using Foldstream;
using Tour;

await using var store = new InMemoryEventStore();

await Aggregates.RunAsync(store);
await Deciders.RunAsync(store);
await Streams.RunAsync(store);
await Testing.RunAsync();
