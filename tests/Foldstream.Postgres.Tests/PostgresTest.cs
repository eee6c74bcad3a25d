namespace Foldstream.Postgres.Tests;

/// <summary>A test with a schema of its own and a store in it.</summary>
public abstract class PostgresTest : IAsyncLifetime
{
    private PostgresEventStore? store;

    protected PostgresEventStore Store => store ?? throw new InvalidOperationException("The store is opened by InitializeAsync.");

    protected TestSchema Schema { get; } = new();

    protected virtual PostgresStoreOptions Options => PostgresStoreOptions.Default;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => store = await Schema.OpenAsync(Options);

    public async ValueTask DisposeAsync()
    {
        if (store is not null)
            await store.DisposeAsync();
        await Schema.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected ValueTask<AppendResult> AppendAsync(StreamId stream, params EventData[] events) =>
        Store.AppendAsync(stream, ExpectedVersion.Any, events, Cancellation);

    protected ValueTask<List<RecordedEvent>> ReadAsync(StreamId stream) => Store.ReadAsync(stream, null, Cancellation).ToListAsync(Cancellation);

    protected ValueTask<List<RecordedEvent>> ReadLogAsync(LogRange? range = null) => Store.ReadLogAsync(range, Cancellation).ToListAsync(Cancellation);
}
