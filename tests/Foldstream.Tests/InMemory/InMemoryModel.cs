namespace Foldstream.Tests;

public sealed class InMemoryModel : StoreModelContract<InMemoryEventStore, InMemoryFixture>;
