namespace Foldstream.Tests;

public sealed class InMemoryAppending : AppendingContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryExpectedVersion : ExpectedVersionContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryWriteCondition : WriteConditionContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryMetadata : MetadataContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryEventTime : EventTimeContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryRecordedByClock : RecordedByClockContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryEventId : EventIdContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryIdSource : IdSourceContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryRepeatedAppend : RepeatedAppendContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryDuplicateEvent : DuplicateEventContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryStreamReading : StreamReadingContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryStreamVisitor : StreamVisitorContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryPaging : PagingContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryLookup : LookupContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryStreamAddress : StreamAddressContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryClosedStream : ClosedStreamContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryTelemetry : CommandTelemetryContract<InMemoryEventStore, InMemoryFixture>;
