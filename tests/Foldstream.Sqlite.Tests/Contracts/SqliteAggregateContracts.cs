namespace Foldstream.Sqlite.Tests;

public sealed class SqliteAggregateLoading : AggregateLoadingContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteAggregateExecution : AggregateExecutionContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteCommandRetry : CommandRetryContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteAggregateSaving : AggregateSavingContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteAsOf : AsOfContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteCommandContext : CommandContextContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteIdempotencyKey : IdempotencyKeyContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteDecider : DeciderContract<SqliteEventStore, SqliteFixture>;
