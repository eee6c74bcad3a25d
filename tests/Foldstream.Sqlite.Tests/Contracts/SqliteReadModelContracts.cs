namespace Foldstream.Sqlite.Tests;

public sealed class SqliteCheckpoint : CheckpointContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteDeadLetter : DeadLetterContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteDocuments : DocumentContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteDocumentLock : DocumentLockContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteShadow : ShadowContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteInlineAppend : InlineAppendContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteSnapshotStore : SnapshotStoreContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteLogPart : LogPartContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteLeases : LeaseContract<SqliteEventStore, SqliteFixture>;
