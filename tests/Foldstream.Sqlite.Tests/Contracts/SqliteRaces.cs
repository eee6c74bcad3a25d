namespace Foldstream.Sqlite.Tests;

public sealed class SqliteAppendRaces : AppendRaces<SqliteEventStore, SqliteFixture>;

public sealed class SqliteCommandRaces : CommandRaces<SqliteEventStore, SqliteFixture>;

public sealed class SqliteLogRaces : LogRaces<SqliteEventStore, SqliteFixture>;

public sealed class SqliteMultiStreamRaces : MultiStreamRaces<SqliteEventStore, SqliteFixture>;
