namespace Foldstream.Postgres.Tests;

// Recorded-at comes from the server, so RecordedByClockContract is not here: RecordedByServerTests is.

public sealed class PostgresAggregateLoading : AggregateLoadingContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresAggregateExecution : AggregateExecutionContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresCommandRetry : CommandRetryContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresAggregateSaving : AggregateSavingContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresAsOf : AsOfContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresCommandContext : CommandContextContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresIdempotencyKey : IdempotencyKeyContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresDecider : DeciderContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresAppending : AppendingContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresExpectedVersion : ExpectedVersionContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresWriteCondition : WriteConditionContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresMetadata : MetadataContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresEventTime : EventTimeContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresEventId : EventIdContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresIdSource : IdSourceContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresRepeatedAppend : RepeatedAppendContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresDuplicateEvent : DuplicateEventContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresStreamReading : StreamReadingContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresStreamVisitor : StreamVisitorContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresPaging : PagingContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLookup : LookupContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresStreamAddress : StreamAddressContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresClosedStream : ClosedStreamContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLogOrder : LogOrderContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLogFilter : LogFilterContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLogTime : LogTimeContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLogReading : LogReadingContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLogWaiting : LogWaitingContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresModel : StoreModelContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresMultiStreamAppend : MultiStreamAppendContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresMultiStreamRepeat : MultiStreamRepeatContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresAppendRaces : AppendRaces<PostgresEventStore, PostgresFixture>;

public sealed class PostgresCommandRaces : CommandRaces<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLogRaces : LogRaces<PostgresEventStore, PostgresFixture>;

public sealed class PostgresMultiStreamRaces : MultiStreamRaces<PostgresEventStore, PostgresFixture>;

public sealed class PostgresTelemetry : CommandTelemetryContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLogPart : LogPartContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresCheckpoint : CheckpointContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresDeadLetter : DeadLetterContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresDocument : DocumentContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresDocumentLock : DocumentLockContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresInlineAppend : InlineAppendContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresShadow : ShadowContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresSnapshotStore : SnapshotStoreContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresLease : LeaseContract<PostgresEventStore, PostgresFixture>
{
    // The server tells the time.
    protected override Task PassAsync(TimeSpan time) => Task.Delay(time, Cancellation);
}

public sealed class PostgresFilter : FilterContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresPattern : PatternContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresCustomOperator : CustomOperatorContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresDocumentReading : DocumentReadingContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresDocumentPaging : DocumentPagingContract<PostgresEventStore, PostgresFixture>;

public sealed class PostgresQueryModel : QueryModelContract<PostgresEventStore, PostgresFixture>;
