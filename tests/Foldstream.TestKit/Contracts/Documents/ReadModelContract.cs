namespace Foldstream.TestKit;

/// <summary>The base of the contracts of read models: a place for pots.</summary>
public abstract class ReadModelContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    protected async ValueTask PrepareAsync(bool isShadow = false, string fingerprint = "one") =>
        await Store.PrepareAsync(Pots.Definition(), fingerprint, isShadow, Cancellation);

    protected ValueTask WriteAsync(params (string Id, int Amount)[] pots) => WriteAsync(Pots.Live, pots);

    protected async ValueTask WriteAsync(DocumentCollection collection, params (string Id, int Amount)[] pots)
    {
        var position = await PositionAsync();
        await TransactAsync(transaction => transaction.WriteAsync(
            new DocumentChanges(collection, [.. pots.Select(pot => Pots.Write(pot.Id, pot.Amount, position))], []), Cancellation));
    }

    protected ValueTask TransactAsync(Func<IReadModelTransaction, ValueTask> work, bool excludesAppends = false) =>
        Store.TransactAsync((transaction, _) => work(transaction), excludesAppends, Cancellation);

    protected async ValueTask<int?> AmountAsync(DocumentKey key, DocumentCollection? collection = null) =>
        (await Store.LoadDocumentsAsync(collection ?? Pots.Live, [key], Cancellation)).Select(stored => (int?)Pots.AmountOf(stored)).SingleOrDefault();

    protected async ValueTask<GlobalPosition> PositionAsync() =>
        await Store.HeadAsync(Cancellation) ?? (await AppendAsync(Sample.Stream(), Sample.Events(1))).LastPosition!.Value;
}
