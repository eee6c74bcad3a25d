namespace Foldstream.Tests;

public sealed class InMemoryAggregateSnapshots : AggregateSnapshotContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemorySnapshotSaving : SnapshotSavingContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemorySnapshotHistory : SnapshotHistoryContract<InMemoryEventStore, InMemoryFixture>;
