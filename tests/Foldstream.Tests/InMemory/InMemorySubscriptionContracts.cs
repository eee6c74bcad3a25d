namespace Foldstream.Tests;

public sealed class InMemoryDelivery : DeliveryContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryStartFrom : StartFromContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryFailure : FailureContract<InMemoryEventStore, InMemoryFixture>;
