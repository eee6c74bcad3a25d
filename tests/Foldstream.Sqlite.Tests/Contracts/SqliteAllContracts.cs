namespace Foldstream.Sqlite.Tests;

public sealed class SqliteAllContracts : AllContracts<SqliteEventStore>;
