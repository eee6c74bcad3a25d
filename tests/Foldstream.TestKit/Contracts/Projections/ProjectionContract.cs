namespace Foldstream.TestKit;

/// <summary>The base of the contracts of projections: payers who pay, and what the documents are to be.</summary>
public abstract class ProjectionContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    /// <summary>A generous upper bound for what happens behind the appends.</summary>
    protected static TimeSpan Patience { get; } = TimeSpan.FromSeconds(60);

    protected ValueTask<AppendResult> PayAsync(string payer, long amount, params string[] purposes) =>
        AppendAsync(Payment.By(payer), new Payment(amount, purposes).Event());

    protected ValueTask<AppendResult> CloseAsync(string payer) => AppendAsync(Payment.By(payer), Payment.Close());

    protected async Task<RunningSubscriptions> RunAsync(Action<RunBuilder<IReadModelStore>> run, IReadModelStore? store = null) =>
        await (store ?? Store).RunAsync(run, Cancellation);

    /// <summary>Runs something, and stops it when everything is handled.</summary>
    protected async Task RunToEndAsync(Action<RunBuilder<IReadModelStore>> run)
    {
        await using var running = await RunAsync(run);
        await running.CaughtUpAsync(cancellationToken: Cancellation).WaitAsync(Patience, Cancellation);
    }

    protected async Task<PlainFold> PlainFoldAsync(int factor = 1) =>
        PlainFold.Of(await Store.ReadLogAsync(cancellationToken: Cancellation).ToListAsync(Cancellation), factor);

    /// <summary>The documents of a projection, each as one line.</summary>
    protected async Task<IEnumerable<string>> LinesAsync<T>()
        where T : class, IProjection<T> =>
        PlainFold.Lines(await Store.QueryAsync(new DocumentCollection(T.Definition.Name), new DocumentQuery { Tenant = null }, Cancellation));

    protected async Task<long?> BalanceAsync<TVariant>(string payer)
        where TVariant : IProjectionVariant
    {
        var found = await Store.LoadDocumentsAsync(new DocumentCollection(PayerBalance<TVariant>.Definition.Name), [payer], Cancellation);
        return found.Count == 0 ? null : Read<PayerBalance<TVariant>>(found[0]).Balance;
    }

    protected static T Read<T>(StoredDocument stored)
        where T : class, IProjection<T>
    {
        var reader = new System.Text.Json.Utf8JsonReader(stored.Content.Span);
        reader.Read();
        return T.Read(ref reader);
    }

    /// <summary>All three projections of a variant hold what a plain fold gives.</summary>
    protected async Task AssertFoldedAsync<TVariant>()
        where TVariant : IProjectionVariant
    {
        var plain = await PlainFoldAsync(TVariant.Factor);
        Assert.Equal(plain.Payers, await LinesAsync<PayerBalance<TVariant>>());
        Assert.Equal(plain.Reports, await LinesAsync<PurposeReport<TVariant>>());
        // Where several partitions feed a document, its metadata are those of any order, and so the same.
        Assert.Equal(plain.Sums, await LinesAsync<PurposeSum<TVariant>>());
    }

    /// <summary>Appends from several writers until the result is disposed of.</summary>
    protected Writers Write(int writers = 3) => new(Store, writers, Cancellation);
}
