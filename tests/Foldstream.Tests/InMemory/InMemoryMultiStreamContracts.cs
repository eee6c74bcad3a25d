namespace Foldstream.Tests;

public sealed class InMemoryMultiStreamAppend : MultiStreamAppendContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryMultiStreamRepeat : MultiStreamRepeatContract<InMemoryEventStore, InMemoryFixture>;
