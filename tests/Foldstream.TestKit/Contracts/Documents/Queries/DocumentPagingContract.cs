namespace Foldstream.TestKit;

/// <summary>Sorts and pages at their edges.</summary>
public abstract class DocumentPagingContract<TStore, TFixture> : QueryContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task Null_comes_last_in_both_directions_and_ids_break_ties()
    {
        await SeedAsync(
            ("c", new Parcel { Price = 1 }), ("a", new Parcel { Price = 1 }), ("b", new Parcel { Price = 2 }), ("e", new Parcel()), ("d", new Parcel()));
        Assert.Equal("a c b d e", await IdsAsync(sort: Parcel.Fields.Price.Ascending()));
        Assert.Equal("b a c d e", await IdsAsync(sort: Parcel.Fields.Price.Descending()));
        Assert.Equal("a b c d e", await IdsAsync());
        Assert.Equal("a c b d e", await IdsAsync(sort: Parcel.Fields.Title.Descending().Then(Parcel.Fields.Price.Ascending())));
    }

    [Fact]
    public async Task Ids_and_after_them_tenants_sort_by_their_UTF_8_bytes()
    {
        await SeedAsync(
            (new DocumentKey("\uFFFD"), new Parcel()), (new DocumentKey("😀"), new Parcel()), (new DocumentKey("B"), new Parcel()), (new DocumentKey("a"), new Parcel()),
            (new DocumentKey("a", "t"), new Parcel()), (new DocumentKey("a", "T"), new Parcel()));
        string[] expected = ["B ", "a ", "a T", "a t", "\uFFFD ", "😀 "];
        var all = Parcels.OfAllTenants();
        Assert.Equal(expected, (await all.FindAsync(cancellationToken: Cancellation)).Items.Select(Text));
        for (var size = 1; size < 4; size++)
        {
            var met = new List<string>();
            DocumentPage<Parcel>? page = null;
            do
            {
                page = await all.FindAsync(page: page is null ? Page.First(size) : Page.After(page.Next!, size), cancellationToken: Cancellation);
                met.AddRange(page.Items.Select(Text));
            }
            while (page.Next is not null);

            Assert.Equal(expected, met);
            var before = await all.FindAsync(page: Page.Last(6 - size), cancellationToken: Cancellation);
            Assert.Equal(expected.Take(size), (await all.FindAsync(page: Page.Before(before.Previous!, 6), cancellationToken: Cancellation)).Items.Select(Text));
        }

        static string Text(Document<Parcel> document) => $"{document.Key.Id} {document.Key.Tenant}";
    }

    [Fact]
    public async Task Pages_by_number_end_with_an_empty_one()
    {
        await SeedAsync([.. Enumerable.Range(1, 7).Select(number => ((DocumentKey)$"{number}", new Parcel()))]);
        Assert.Equal("1 2 3", await IdsAsync(page: Page.Number(1, 3)));
        Assert.Equal("4 5 6", await IdsAsync(page: Page.Number(2, 3)));
        Assert.Equal("7", await IdsAsync(page: Page.Number(3, 3)));
        Assert.Equal("", await IdsAsync(page: Page.Number(4, 3)));
        Assert.Equal("", await IdsAsync(page: Page.Number(int.MaxValue, Page.MaxSize)));
        var second = await Parcels.FindAsync(page: Page.Number(2, 3).WithTotal(), cancellationToken: Cancellation);
        Assert.Equal(7, second.Total);
        Assert.Equal("7", await IdsAsync(page: Page.After(second.Next!, 3)));
        Assert.Equal("1 2 3", await IdsAsync(page: Page.Before(second.Previous!, 3)));
        Assert.Null((await Parcels.FindAsync(page: Page.Number(3, 3), cancellationToken: Cancellation)).Next);
        Assert.Null((await Parcels.FindAsync(page: Page.Number(3, 3), cancellationToken: Cancellation)).Total);
    }

    [Fact]
    public async Task A_total_counts_what_matches()
    {
        await SeedAsync([.. Enumerable.Range(1, 7).Select(number => ((DocumentKey)$"{number}", new Parcel { Count = number }))]);
        var page = await Parcels.FindAsync(Parcel.Fields.Count > 2, page: Page.First(2).WithTotal(), cancellationToken: Cancellation);
        Assert.Equal((2, 5), (page.Items.Count, page.Total));
    }

    [Fact]
    public async Task A_cursor_of_another_sort_or_projection_is_refused()
    {
        await SeedAsync(("a", new Parcel()), ("b", new Parcel()), ("c", new Parcel()));
        var byPrice = (await Parcels.FindAsync(null, Parcel.Fields.Price.Ascending(), Page.First(1), Cancellation)).Next!;
        Assert.Equal("b c", await IdsAsync(sort: Parcel.Fields.Price.Ascending(), page: Page.After(byPrice, 5)));
        foreach (var sort in (Sort?[])[null, Parcel.Fields.Price.Descending(), Parcel.Fields.Title.Ascending(), Parcel.Fields.Price.Ascending().Then(Parcel.Fields.Title.Ascending())])
            await Assert.ThrowsAsync<ForeignCursorException>(async () => await IdsAsync(sort: sort, page: Page.Before(byPrice, 5)));
    }

    [Fact]
    public async Task A_cursor_goes_on_where_its_document_was()
    {
        await SeedAsync([.. Enumerable.Range(1, 6).Select(number => ((DocumentKey)$"{number}", new Parcel { Price = number }))]);
        var cursor = (await Parcels.FindAsync(null, Parcel.Fields.Price.Descending(), Page.First(3), Cancellation)).Next!;
        await DeleteAsync("4");
        Assert.Equal("3 2 1", await IdsAsync(sort: Parcel.Fields.Price.Descending(), page: Page.After(cursor, 5)));
        Assert.Equal("6 5", await IdsAsync(sort: Parcel.Fields.Price.Descending(), page: Page.Before(cursor, 5)));
    }
}
