namespace Foldstream.Sqlite.Tests;

public sealed class SqliteAggregateSnapshots : AggregateSnapshotContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteSnapshotSaving : SnapshotSavingContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteSnapshotHistory : SnapshotHistoryContract<SqliteEventStore, SqliteFixture>;
