namespace Foldstream.Postgres.Tests;

public sealed class PostgresAsyncProjection : AsyncProjectionContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresInlineProjection : InlineProjectionContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLifecycle : LifecycleContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLiveProjection : LiveProjectionContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLiveSnapshot : LiveSnapshotContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresStaleProjection : StaleProjectionContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresRebuild : RebuildContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresRebuildRaces : RebuildRaces<PostgresEventStore, PostgresFixture>;

public sealed class PostgresProjectionFault : ProjectionFaultContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresProjectionEquality : ProjectionEqualityContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresProjectionModel : ProjectionModelContract<PostgresEventStore, PostgresFixture>;

[Collection(nameof(AloneCollection))]
public sealed class PostgresCatchUpMemory : CatchUpMemoryContract<PostgresEventStore, PostgresFixture>;
