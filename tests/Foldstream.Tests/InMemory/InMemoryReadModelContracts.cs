namespace Foldstream.Tests;

public sealed class InMemoryCheckpoint : CheckpointContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryDeadLetter : DeadLetterContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryDocuments : DocumentContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryDocumentLock : DocumentLockContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryShadow : ShadowContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryInlineAppend : InlineAppendContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemorySnapshotStore : SnapshotStoreContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryLogPart : LogPartContract<InMemoryEventStore, InMemoryFixture>;
