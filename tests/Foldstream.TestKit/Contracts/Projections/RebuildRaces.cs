namespace Foldstream.TestKit;

/// <summary>Documents are built anew while others write, read, run the projection, and build it anew as well.</summary>
public abstract class RebuildRaces<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly RebuildOptions Small = new() { Partitions = 2, BatchSize = 20, TakeBackAfter = TimeSpan.FromSeconds(2) };

    [Theory]
    [InlineData(Lifecycle.Async)]
    [InlineData(Lifecycle.Inline)]
    public async Task The_present_documents_are_kept_up_to_date_and_read_whole_meanwhile(Lifecycle lifecycle)
    {
        await using var writers = Write();
        await writers.AfterAsync(30, Cancellation);
        await using var running = await RunAsync(run => run.Project<PayerBalance<Inside>>(lifecycle).Project<PurposeSum<Inside>>(lifecycle));
        await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        using var end = new CancellationTokenSource();
        var reading = Task.Run(() => ReadWholeModelsAsync(end.Token), Cancellation);
        for (var round = 0; round < 3; round++)
        {
            await Store.RebuildAsync<PayerBalance<Inside>>(Small, cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
            await Store.RebuildAsync<PurposeSum<Inside>>(Small, cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
            await writers.AfterAsync(5, Cancellation);
        }

        await end.CancelAsync();
        Assert.True(await reading > 0);
        await writers.EndAsync();
        await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        var plain = await PlainFoldAsync();
        Assert.Equal(plain.Payers, await LinesAsync<PayerBalance<Inside>>());
        Assert.Equal(plain.Sums, await LinesAsync<PurposeSum<Inside>>());
    }

    [Fact]
    public async Task Rebuilds_at_the_same_time_all_end_with_one_whole_model()
    {
        for (var round = 0; round < Math.Min(RaceRounds.Count / 4, 20); round++)
        {
            for (var payment = 0; payment < 40; payment++)
                await PayAsync($"payer-{payment % 9}", 1, "food");
            await Task.WhenAll(Enumerable.Range(0, 3).Select(racer => Task.Run(
                () => Store.RebuildAsync<PayerBalance<Behind>>(Small with { BatchSize = 1 + racer }, cancellationToken: Cancellation)))).WaitAsync(Patience, Cancellation);
            Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<Behind>>());
        }
    }

    [Fact]
    public async Task A_rebuild_that_is_ended_at_any_moment_leaves_what_the_next_one_completes()
    {
        var random = new Random(5);
        await using var writers = Write(2);
        await writers.AfterAsync(50, Cancellation);
        for (var round = 0; round < RaceRounds.Count / 2; round++)
        {
            using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
            end.CancelAfter(TimeSpan.FromMilliseconds(random.Next(0, 40)));
            try
            {
                await Store.RebuildAsync<PayerBalance<Behind>>(Small with { BatchSize = 3 }, cancellationToken: end.Token).WaitAsync(Patience, Cancellation);
            }
            catch (OperationCanceledException) when (!Cancellation.IsCancellationRequested)
            {
                // That was the point.
            }
        }

        await writers.EndAsync();
        await Store.RebuildAsync<PayerBalance<Behind>>(Small, cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        Assert.Equal((await PlainFoldAsync()).Payers, await LinesAsync<PayerBalance<Behind>>());
    }

    /// <summary>A model of which a part is missing would have fewer payments than one that was read before.</summary>
    private async Task<int> ReadWholeModelsAsync(CancellationToken end)
    {
        var (reads, highest) = (0, 0L);
        while (!end.IsCancellationRequested)
        {
            var documents = await Store.QueryAsync(new DocumentCollection("balances-inside"), new DocumentQuery(), Cancellation);
            var balances = documents.Select(Read<PayerBalance<Inside>>).ToList();
            Assert.All(balances, balance => Assert.Equal(balance.Payments, balance.Balance));
            var sum = balances.Sum(balance => balance.Balance);
            Assert.True(sum >= highest, $"{sum} payments were read, and {highest} before.");
            (reads, highest) = (reads + 1, sum);
        }

        return reads;
    }
}
