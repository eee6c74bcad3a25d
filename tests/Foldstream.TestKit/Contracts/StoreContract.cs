namespace Foldstream.TestKit;

/// <summary>The base of every contract: one fresh store for each test, and the words in which the contracts speak.</summary>
/// <remarks>An adapter inherits each contract by a class header: <c>sealed class Appending : AppendingContract&lt;MyStore, MyFixture&gt;;</c>.</remarks>
public abstract class StoreContract<TStore, TFixture> : IAsyncLifetime
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private readonly TFixture fixture = new();
    private TStore? store;

    protected TStore Store => store ?? throw new InvalidOperationException("The store is opened by InitializeAsync.");

    protected TestClock Clock { get; } = new();

    /// <summary>What the store is opened with.</summary>
    protected virtual EventStoreOptions Options => new() { Clock = Clock };

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => store = await fixture.OpenAsync(Options);

    public async ValueTask DisposeAsync()
    {
        if (store is not null)
            await store.DisposeAsync();
        await fixture.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected ValueTask<AppendResult> AppendAsync(StreamId stream, params EventData[] events) =>
        Store.AppendAsync(stream, ExpectedVersion.Any, events, Cancellation);

    protected ValueTask<AppendResult> AppendIfAsync(StreamId stream, WriteCondition condition, params EventData[] events) =>
        Store.AppendAsync(stream, condition, events, Cancellation);

    protected Task<TError> RefusedAsync<TError>(StreamId stream, WriteCondition condition, params EventData[] events)
        where TError : Exception =>
        Assert.ThrowsAsync<TError>(async () => await AppendIfAsync(stream, condition, events));

    protected ValueTask<List<RecordedEvent>> ReadAsync(StreamId stream, StreamRange? range = null) =>
        Store.ReadAsync(stream, range, Cancellation).ToListAsync(Cancellation);

    protected async ValueTask<RecordedEvent> SingleAsync(StreamId stream) => Assert.Single(await ReadAsync(stream));

    /// <summary>The numbers that <see cref="Sample.Events"/> gave to the events of a stream.</summary>
    protected async ValueTask<int[]> NumbersAsync(StreamId stream, StreamRange? range = null) =>
        [.. (await ReadAsync(stream, range)).Select(Sample.NumberOf)];

    /// <summary>The events of a stream, or of a range of it, have these numbers in this order.</summary>
    protected async ValueTask AssertNumbersAsync(IEnumerable<int> expected, StreamId stream, StreamRange? range = null) =>
        Assert.Equal(expected, await NumbersAsync(stream, range));
}
