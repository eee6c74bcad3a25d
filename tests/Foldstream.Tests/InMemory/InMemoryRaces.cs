namespace Foldstream.Tests;

public sealed class InMemoryAppendRaces : AppendRaces<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryCommandRaces : CommandRaces<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryLogRaces : LogRaces<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryMultiStreamRaces : MultiStreamRaces<InMemoryEventStore, InMemoryFixture>;
