namespace Foldstream.Tests;

public sealed class InMemoryAggregateLoading : AggregateLoadingContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryAggregateExecution : AggregateExecutionContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryCommandRetry : CommandRetryContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryAggregateSaving : AggregateSavingContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryAsOf : AsOfContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryCommandContext : CommandContextContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryIdempotencyKey : IdempotencyKeyContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryDecider : DeciderContract<InMemoryEventStore, InMemoryFixture>;
