namespace Foldstream.Sqlite.Tests;

public sealed class SqliteAsyncProjection : AsyncProjectionContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteInlineProjection : InlineProjectionContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteLifecycle : LifecycleContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteStaleProjection : StaleProjectionContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteRebuild : RebuildContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteRebuildRaces : RebuildRaces<SqliteEventStore, SqliteFixture>;

public sealed class SqliteLiveProjection : LiveProjectionContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteLiveSnapshot : LiveSnapshotContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteProjectionEquality : ProjectionEqualityContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteProjectionFault : ProjectionFaultContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteProjectionModel : ProjectionModelContract<SqliteEventStore, SqliteFixture>;

[Collection(nameof(AloneCollection))]
public sealed class SqliteCatchUpMemory : CatchUpMemoryContract<SqliteEventStore, SqliteFixture>;
