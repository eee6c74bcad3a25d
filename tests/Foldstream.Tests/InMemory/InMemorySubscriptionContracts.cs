namespace Foldstream.Tests;

public sealed class InMemoryDelivery : DeliveryContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryStartFrom : StartFromContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryFailure : FailureContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryControl : ControlContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryDeadLetterRetry : DeadLetterRetryContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryPartition : PartitionContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryTransactional : TransactionalContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemorySubscriptionRaces : SubscriptionRaces<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemorySubscriptionModel : SubscriptionModelContract<InMemoryEventStore, InMemoryFixture>;
