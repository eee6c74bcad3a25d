namespace Foldstream.Postgres.Tests;

public sealed class PostgresAggregateSnapshot : AggregateSnapshotContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresSnapshotSaving : SnapshotSavingContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresSnapshotHistory : SnapshotHistoryContract<PostgresEventStore, PostgresFixture>;
