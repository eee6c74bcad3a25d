namespace Foldstream.Tests;

public sealed class InMemoryFixture : IStoreFixture<InMemoryEventStore>
{
    public ValueTask<InMemoryEventStore> OpenAsync(EventStoreOptions options) => ValueTask.FromResult(new InMemoryEventStore(options));

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
