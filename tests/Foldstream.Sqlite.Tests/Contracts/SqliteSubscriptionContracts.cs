namespace Foldstream.Sqlite.Tests;

public sealed class SqliteDelivery : DeliveryContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteStartFrom : StartFromContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteFailure : FailureContract<SqliteEventStore, SqliteFixture>;
