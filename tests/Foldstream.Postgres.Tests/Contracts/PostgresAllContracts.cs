namespace Foldstream.Postgres.Tests;

public sealed class PostgresAllContracts : AllContracts<PostgresEventStore>
{
    // The server tells the time: RecordedByServerTests.
    protected override IReadOnlyCollection<Type> LeftOut => [typeof(RecordedByClockContract<,>)];
}
