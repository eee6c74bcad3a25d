namespace Foldstream.Tests;

public sealed class InMemoryFixture : IStoreFixture<InMemoryEventStore>
{
    private static readonly Dictionary<string, MemoryQueryOperator> Operators = new(StringComparer.Ordinal)
    {
        [CustomOperatorContract<InMemoryEventStore, InMemoryFixture>.EndsWith] = (field, value) => field?.EndsWith(value!, StringComparison.Ordinal) == true,
    };

    public ValueTask<InMemoryEventStore> OpenAsync(EventStoreOptions options) => ValueTask.FromResult(new InMemoryEventStore(options, Operators));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
