using Foldstream.TestKit;

namespace Foldstream.DocsTests;

#region fixture
public sealed class ListFixture : IStoreFixture<ListEventStore>
{
    public ValueTask<ListEventStore> OpenAsync(EventStoreOptions options) => ValueTask.FromResult(new ListEventStore(options));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
#endregion

#region contracts
public sealed class ListAllContracts : AllContracts<ListEventStore>;

public sealed class ListAppending : AppendingContract<ListEventStore, ListFixture>;

public sealed class ListExpectedVersion : ExpectedVersionContract<ListEventStore, ListFixture>;

public sealed class ListAppendRaces : AppendRaces<ListEventStore, ListFixture>;
#endregion

public sealed class ListWriteCondition : WriteConditionContract<ListEventStore, ListFixture>;

public sealed class ListMetadata : MetadataContract<ListEventStore, ListFixture>;

public sealed class ListEventTime : EventTimeContract<ListEventStore, ListFixture>;

public sealed class ListRecordedByClock : RecordedByClockContract<ListEventStore, ListFixture>;

public sealed class ListEventId : EventIdContract<ListEventStore, ListFixture>;

public sealed class ListIdSource : IdSourceContract<ListEventStore, ListFixture>;

public sealed class ListRepeatedAppend : RepeatedAppendContract<ListEventStore, ListFixture>;

public sealed class ListDuplicateEvent : DuplicateEventContract<ListEventStore, ListFixture>;

public sealed class ListStreamReading : StreamReadingContract<ListEventStore, ListFixture>;

public sealed class ListStreamVisitor : StreamVisitorContract<ListEventStore, ListFixture>;

public sealed class ListPaging : PagingContract<ListEventStore, ListFixture>;

public sealed class ListLookup : LookupContract<ListEventStore, ListFixture>;

public sealed class ListStreamAddress : StreamAddressContract<ListEventStore, ListFixture>;

public sealed class ListClosedStream : ClosedStreamContract<ListEventStore, ListFixture>;

public sealed class ListTelemetry : TelemetryContract<ListEventStore, ListFixture>;

public sealed class ListCommandTelemetry : CommandTelemetryContract<ListEventStore, ListFixture>;

public sealed class ListAggregateLoading : AggregateLoadingContract<ListEventStore, ListFixture>;

public sealed class ListAggregateExecution : AggregateExecutionContract<ListEventStore, ListFixture>;

public sealed class ListCommandRetry : CommandRetryContract<ListEventStore, ListFixture>;

public sealed class ListAggregateSaving : AggregateSavingContract<ListEventStore, ListFixture>;

public sealed class ListAsOf : AsOfContract<ListEventStore, ListFixture>;

public sealed class ListCommandContext : CommandContextContract<ListEventStore, ListFixture>;

public sealed class ListIdempotencyKey : IdempotencyKeyContract<ListEventStore, ListFixture>;

public sealed class ListDecider : DeciderContract<ListEventStore, ListFixture>;

public sealed class ListModel : StoreModelContract<ListEventStore, ListFixture>;

public sealed class ListCommandRaces : CommandRaces<ListEventStore, ListFixture>;
