namespace Foldstream.Sqlite.Tests;

public sealed class SqliteLogOrder : LogOrderContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteLogFilter : LogFilterContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteLogTime : LogTimeContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteLogReading : LogReadingContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteLogWaiting : LogWaitingContract<SqliteEventStore, SqliteFixture>;
