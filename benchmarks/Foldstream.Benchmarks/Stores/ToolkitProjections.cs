namespace Foldstream.Benchmarks;

/// <summary>The read models of the toolkit, with its defaults.</summary>
internal sealed class ToolkitProjections<TStore>(TStore store) : IProjecting
    where TStore : class, IReadModelStore, IMultiStreamAppend
{
    private const int StreamsTogether = 200;

    public async Task SeedAsync(int streams, int events)
    {
        foreach (var commits in ProjectionWorkloads.Seed(streams, events).Chunk(StreamsTogether))
            await store.AppendAsync([.. commits.Select(Append)]);
    }

    public async Task ForgetAsync(ReadModel model)
    {
        var name = model == ReadModel.Summaries ? NameOf<OrderSummary>() : NameOf<OrderTotals>();
        await store.ForgetProjectionAsync(name);
        await store.ForgetAsync(name);
    }

    public Task CatchUpAsync(ReadModel model) => model == ReadModel.Summaries ? CatchUpAsync<OrderSummary>() : CatchUpAsync<OrderTotals>();

    public Task RebuildAsync(ReadModel model) => model == ReadModel.Summaries ? store.RebuildAsync<OrderSummary>() : store.RebuildAsync<OrderTotals>();

    public async Task<decimal> TotalAsync(ReadModel model) => model == ReadModel.Summaries
        ? await store.Documents<OrderSummary>().ReadAsync().Select(found => found.Value.Total).SumAsync()
        : (await store.Documents<OrderTotals>().LoadAsync("all")).Value.Total;

    public void Dispose() => store.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private static string NameOf<T>()
        where T : class, IProjection<T> => T.Definition.Name;

    private static StreamAppend Append((string Stream, long Expected) commit)
    {
        var data = OrderPlacedJsonConverter.Definition.Encode(SampleOrder.Value);
        return new StreamAppend(new StreamId("orders", commit.Stream), ExpectedVersion.Exactly(StreamVersion.AfterEvents(commit.Expected + 1)), [data, data]);
    }

    private async Task CatchUpAsync<T>()
        where T : class, IProjection<T>
    {
        await using var running = await store.RunAsync(run => run.Project<T>(Lifecycle.Async));
        await running.CaughtUpAsync();
    }
}
