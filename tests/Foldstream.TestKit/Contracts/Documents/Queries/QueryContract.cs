namespace Foldstream.TestKit;

/// <summary>The base of the contracts of queries: a place for parcels, and the words for asking.</summary>
public abstract class QueryContract<TStore, TFixture> : ReadModelContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    protected Documents<Parcel> Parcels => Store.Documents<Parcel>();

    protected ValueTask SeedAsync(params (DocumentKey Key, Parcel Parcel)[] parcels) =>
        SeedAsync(null, parcels);

    /// <summary>Keeps parcels; each was created at the start and updated as many minutes later as it has events.</summary>
    protected async ValueTask SeedAsync(StreamId? source, params (DocumentKey Key, Parcel Parcel)[] parcels)
    {
        await Store.PrepareAsync(Parcel.Definition, Parcel.FoldFingerprint, false, Cancellation);
        var position = await PositionAsync();
        DocumentWrite[] writes =
        [
            .. parcels.Select((item, index) => item.Parcel.ToWrite(
                item.Key, new DocumentMetadata(TestClock.Start, TestClock.Start.AddMinutes(index + 1), index + 1, position, source))),
        ];
        await TransactAsync(transaction => transaction.WriteAsync(new DocumentChanges(new("parcels"), writes, []), Cancellation));
    }

    protected ValueTask DeleteAsync(params DocumentKey[] keys) =>
        TransactAsync(transaction => transaction.WriteAsync(new DocumentChanges(new("parcels"), [], keys), Cancellation));

    protected async ValueTask<string> IdsAsync(DocumentFilter? filter = null, Sort? sort = null, Page? page = null) =>
        string.Join(' ', (await Parcels.FindAsync(filter, sort, page, Cancellation)).Items.Select(item => item.Key.Id));

    /// <summary>The documents with these ids match, and no others; all others match the opposite.</summary>
    protected async ValueTask AssertMatchesAsync(string ids, DocumentFilter filter)
    {
        Assert.Equal(ids, await IdsAsync(filter));
        var all = (await IdsAsync()).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var expected = ids.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(string.Join(' ', all.Except(expected)), await IdsAsync(!filter));
        Assert.Equal(expected.Length, await Parcels.CountAsync(filter, Cancellation));
    }
}
