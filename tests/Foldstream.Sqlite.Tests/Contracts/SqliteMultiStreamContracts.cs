namespace Foldstream.Sqlite.Tests;

public sealed class SqliteMultiStreamAppend : MultiStreamAppendContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteMultiStreamRepeat : MultiStreamRepeatContract<SqliteEventStore, SqliteFixture>;
