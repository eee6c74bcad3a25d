namespace Foldstream.Postgres.Tests;

public sealed class PostgresDelivery : DeliveryContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresStartFrom : StartFromContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresFailure : FailureContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresControl : ControlContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresDeadLetterRetry : DeadLetterRetryContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresPartition : PartitionContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresTransactional : TransactionalContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresNode : NodeContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresSubscriptionRaces : SubscriptionRaces<PostgresEventStore, PostgresFixture>;

public sealed class PostgresSubscriptionModel : SubscriptionModelContract<PostgresEventStore, PostgresFixture>;
