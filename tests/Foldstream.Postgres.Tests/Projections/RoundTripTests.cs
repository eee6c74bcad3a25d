namespace Foldstream.Postgres.Tests;

/// <summary>A batch of a projection costs a page of the feed, the documents that are not known yet, and one pipeline for documents and checkpoint.</summary>
public sealed class RoundTripTests : PostgresTest
{
    private const int Batches = 100;
    private const int BatchSize = 10;

    // Connections, the start, heartbeats: far less than one more round trip for each batch would be.
    private const int Beside = 80;

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 3)]
    public async Task A_batch_takes_no_more_round_trips_than_it_needs(bool hasNewDocuments, int each)
    {
        for (var batch = 0; batch < Batches; batch++)
            await AppendAsync(Payment.By(hasNewDocuments ? $"payer-{batch}" : "payer"), [.. Enumerable.Range(0, BatchSize).Select(_ => new Payment(1, "food").Event())]);
        await using var proxy = new CuttingProxy(TestServer.ConnectionString);
        await using var store = await PostgresEventStore.OpenAsync(proxy.ConnectionString, Schema.Options with { Notifications = false }, Cancellation);
        var options = new ProjectionOptions { Subscription = new SubscriptionOptions { BatchSize = BatchSize } };
        var before = proxy.RoundTrips;
        await using (var running = await store.RunAsync(run => run.Project<PayerBalance<BehindAppends>>(Lifecycle.Async, options), Cancellation))
            await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(TimeSpan.FromMinutes(2), Cancellation);
        Assert.InRange(proxy.RoundTrips - before, Batches * each, (Batches * each) + Beside);
        Assert.Equal(hasNewDocuments ? Batches : 1, await store.CountAsync(new DocumentCollection("balances-behind"), null, null, Cancellation));
    }
}
