namespace Foldstream.Tests;

public sealed class InMemoryFilter : FilterContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryPattern : PatternContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryCustomOperator : CustomOperatorContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryDocumentReading : DocumentReadingContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryDocumentPaging : DocumentPagingContract<InMemoryEventStore, InMemoryFixture>;

public sealed class InMemoryQueryModel : QueryModelContract<InMemoryEventStore, InMemoryFixture>;
