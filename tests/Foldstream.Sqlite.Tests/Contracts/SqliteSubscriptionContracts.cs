namespace Foldstream.Sqlite.Tests;

public sealed class SqliteDelivery : DeliveryContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteStartFrom : StartFromContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteFailure : FailureContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteControl : ControlContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteDeadLetterRetry : DeadLetterRetryContract<SqliteEventStore, SqliteFixture>;

public sealed class SqlitePartition : PartitionContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteTransactional : TransactionalContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteNode : NodeContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteSubscriptionRaces : SubscriptionRaces<SqliteEventStore, SqliteFixture>;

public sealed class SqliteSubscriptionModel : SubscriptionModelContract<SqliteEventStore, SqliteFixture>;
