namespace Foldstream.Sqlite.Tests;

public sealed class SqliteFilter : FilterContract<SqliteEventStore, SqliteFixture>;

public sealed class SqlitePattern : PatternContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteCustomOperator : CustomOperatorContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteDocumentReading : DocumentReadingContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteDocumentPaging : DocumentPagingContract<SqliteEventStore, SqliteFixture>;

public sealed class SqliteQueryModel : QueryModelContract<SqliteEventStore, SqliteFixture>;
