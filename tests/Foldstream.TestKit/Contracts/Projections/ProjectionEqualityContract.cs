using FsCheck;
using FsCheck.Fluent;

namespace Foldstream.TestKit;

/// <summary>Random histories: behind the appends, inside of them, live, rebuilt or folded by hand, the documents are the same.</summary>
public abstract class ProjectionEqualityContract<TStore, TFixture> : ProjectionContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly Gen<EventData> Pay =
        from amount in Gen.Choose(1, 9)
        from purposes in Gen.Choose(0, 3).ArrayOf(3)
        select new Payment(amount, [.. purposes.Where(purpose => purpose > 0).Select(purpose => $"purpose-{purpose}")]).Event();

    // By tenants of its own, so that one store serves all histories.
    private static readonly Gen<(int Payer, EventData[] Events)> Append =
        from payer in Gen.Choose(0, 3)
        from events in Gen.Frequency((5, Pay), (1, Gen.Fresh(Payment.Close)), (1, Gen.Fresh(() => Sample.Event("other-event")))).ArrayOf(2)
        select (payer, events);

    private int histories;

    [Fact]
    public async Task Every_lifecycle_makes_the_documents_of_a_plain_fold()
    {
        await using var running = await RunAsync(run => run
            .Project<PayerBalance<Behind>>(Lifecycle.Async, new ProjectionOptions { Subscription = new SubscriptionOptions { Partitions = 2, BatchSize = 3 } })
            .Project<PurposeReport<Behind>>(Lifecycle.Async, new ProjectionOptions { CachedDocuments = 1, Subscription = new SubscriptionOptions { BatchSize = 3 } })
            .Project<PurposeSum<Behind>>(Lifecycle.Async, new ProjectionOptions { Subscription = new SubscriptionOptions { Partitions = 2 } })
            .Project<PayerBalance<Inside>>(Lifecycle.Inline)
            .Project<PurposeReport<Inside>>(Lifecycle.Inline)
            .Project<PurposeSum<Inside>>(Lifecycle.Inline));
        Prop.ForAll(Append.ToArbitrary().Array(), history => Task.Run(() => PlayAsync(history)).GetAwaiter().GetResult())
            .Check(Config.QuickThrowOnFailure.WithMaxTest(RaceRounds.Count).WithEndSize(25));
        await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
        await AssertFoldedAsync<Behind>();
        await AssertFoldedAsync<Inside>();
        var plain = await PlainFoldAsync();
        Assert.Equal(plain.Payers, PlainFold.Lines(await Store.ProjectAsync<PayerBalance<Behind>>(cancellationToken: Cancellation)));
        Assert.Equal(plain.Reports, PlainFold.Lines(await Store.ProjectAsync<PurposeReport<Behind>>(cancellationToken: Cancellation)));
        await Store.RebuildAsync<PurposeReport<Behind>>(new RebuildOptions { BatchSize = 7 }, cancellationToken: Cancellation);
        await Store.RebuildAsync<PayerBalance<Inside>>(new RebuildOptions { BatchSize = 7, Partitions = 3 }, cancellationToken: Cancellation);
        Assert.Equal(plain.Reports, await LinesAsync<PurposeReport<Behind>>());
        Assert.Equal(plain.Payers, await LinesAsync<PayerBalance<Inside>>());
    }

    private async Task PlayAsync((int Payer, EventData[] Events)[] history)
    {
        var tenant = $"history-{histories++}";
        foreach (var (payer, events) in history)
            await Store.AppendAsync(Payment.By($"payer-{payer}", tenant), ExpectedVersion.Any, events, Cancellation);
        // What is inside of the append is there at once.
        var plain = (await PlainFoldAsync()).Payers.Where(line => line.StartsWith($"{tenant} ", StringComparison.Ordinal));
        var stored = await Store.QueryAsync(new DocumentCollection("balances-inside"), new DocumentQuery { Tenant = tenant }, Cancellation);
        Assert.Equal(plain, PlainFold.Lines(stored));
    }
}
