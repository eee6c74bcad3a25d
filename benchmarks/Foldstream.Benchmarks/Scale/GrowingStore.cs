namespace Foldstream.Benchmarks;

/// <summary>A growing store of the toolkit.</summary>
/// <param name="store">The store, empty.</param>
/// <param name="settle">Does what a server's background work would do some time after so many appends.</param>
/// <param name="place">Where the store is; disposed of after it.</param>
/// <param name="server">The version of the server, where it has one.</param>
internal sealed class GrowingStore<TStore>(TStore store, Func<Task> settle, IDisposable place, string? server = null) : IGrowingStore
    where TStore : class, IReadModelStore, IMultiStreamAppend
{
    private const int StreamsTogether = 100;
    private const int EventsOfCommit = 10;
    private const int EventsOfStream = 100;
    private const int StreamsLoaded = 100;
    private const int PlacesRead = 10;
    private const int EventsRead = StreamsTogether * EventsOfCommit;

    private readonly ToolkitProjections<TStore> projections = new(store);
    private readonly EventData data = OrderPlacedJsonConverter.Definition.Encode(SampleOrder.Value);
    // Where each commit of the seed ends; each holds 1,000 events.
    private readonly List<GlobalPosition> commits = [];
    private long appended = -1;
    private int loaded;
    private int read;

    public string? Server => server;

    public async Task GrowAsync(int events)
    {
        while (commits.Count * EventsRead < events)
        {
            var (block, expected) = Math.DivRem(commits.Count * EventsOfCommit, EventsOfStream);
            var appends = Enumerable.Range(0, StreamsTogether).Select(number => new StreamAppend(
                Stream(block, number), ExpectedVersion.Exactly(StreamVersion.AfterEvents(expected)), [.. Enumerable.Repeat(data, EventsOfCommit)]));
            commits.Add((await store.AppendAsync([.. appends]))[^1].LastPosition!.Value);
        }
    }

    public Task SettleAsync() => settle();

    public async Task AppendAsync() =>
        await store.AppendAsync(new StreamId("probe", "one"), ExpectedVersion.Exactly(StreamVersion.AfterEvents(++appended)), [data]);

    public async Task LoadAsync()
    {
        var number = loaded++ % StreamsLoaded;
        var orders = await store.LoadAsync<Orders>(Stream(number * Blocks / StreamsLoaded, number).Id);
        Check(orders.Version, EventsOfStream);
    }

    public async Task ReadFeedAsync()
    {
        var commit = read++ % PlacesRead * commits.Count / PlacesRead;
        var visitor = new Counter();
        await store.ReadAsync(new LogRange { After = commit == 0 ? null : commits[commit - 1], Limit = EventsRead }, visitor);
        Check(visitor.Seen, EventsRead);
    }

    public async Task CatchUpAsync()
    {
        await projections.ForgetAsync(ReadModel.Summaries);
        await projections.CatchUpAsync(ReadModel.Summaries);
        Check(await store.CountAsync(DocumentsOf<OrderSummary>(), null, null), commits.Count * EventsRead / EventsOfStream);
    }

    public Task StartAsync() => projections.CatchUpAsync(ReadModel.Summaries);

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        place.Dispose();
    }

    private int Blocks => commits.Count * EventsOfCommit / EventsOfStream;

    private static StreamId Stream(int block, int number) => new("orders", $"customer-{block}-{number}");

    private static DocumentCollection DocumentsOf<T>()
        where T : class, IProjection<T> => new(T.Definition.Name);

    private static void Check(long actual, long expected)
    {
        if (actual != expected)
            throw new InvalidOperationException($"There were {actual} instead of {expected}, so the time means nothing.");
    }

    private sealed class Counter : IEventVisitor
    {
        public int Seen { get; private set; }

        public bool Visit(in StoredEvent stored) => ++Seen > 0;
    }
}
