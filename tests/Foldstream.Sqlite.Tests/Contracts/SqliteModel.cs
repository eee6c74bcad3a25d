namespace Foldstream.Sqlite.Tests;

public sealed class SqliteModel : StoreModelContract<SqliteEventStore, SqliteFixture>;
