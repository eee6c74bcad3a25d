namespace Foldstream.Tests;

public sealed class InMemoryLogOrder : LogOrderContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryLogFilter : LogFilterContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryLogTime : LogTimeContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryLogReading : LogReadingContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryLogWaiting : LogWaitingContract<InMemoryEventStore, InMemoryFixture>;
