namespace Foldstream.Tests;

public sealed class InMemoryAsyncProjection : AsyncProjectionContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryInlineProjection : InlineProjectionContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryLifecycle : LifecycleContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryStaleProjection : StaleProjectionContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryRebuild : RebuildContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryRebuildRaces : RebuildRaces<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryLiveProjection : LiveProjectionContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryLiveSnapshot : LiveSnapshotContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryProjectionEquality : ProjectionEqualityContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryProjectionFault : ProjectionFaultContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryProjectionModel : ProjectionModelContract<InMemoryEventStore, InMemoryFixture>;

[Collection(nameof(AloneCollection))]
public sealed class InMemoryCatchUpMemory : CatchUpMemoryContract<InMemoryEventStore, InMemoryFixture>;
