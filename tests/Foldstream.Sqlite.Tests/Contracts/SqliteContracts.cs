namespace Foldstream.Sqlite.Tests;

public sealed class SqliteAppending : AppendingContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteExpectedVersion : ExpectedVersionContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteWriteCondition : WriteConditionContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteMetadata : MetadataContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteEventTime : EventTimeContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteRecordedByClock : RecordedByClockContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteEventId : EventIdContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteIdSource : IdSourceContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteRepeatedAppend : RepeatedAppendContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteDuplicateEvent : DuplicateEventContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteStreamReading : StreamReadingContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteStreamVisitor : StreamVisitorContract<SqliteEventStore, SqliteFixture>;

public sealed class SqlitePaging : PagingContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteLookup : LookupContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteStreamAddress : StreamAddressContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteClosedStream : ClosedStreamContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteTelemetry : CommandTelemetryContract<SqliteEventStore, SqliteFixture>;
