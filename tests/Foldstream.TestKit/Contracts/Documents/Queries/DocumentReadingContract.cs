namespace Foldstream.TestKit;

/// <summary>Documents are read by key, source and filter; what is read belongs to the reader.</summary>
public abstract class DocumentReadingContract<TStore, TFixture> : QueryContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task A_document_is_found_by_its_key()
    {
        await SeedAsync(Sample.Stream("one"), ("a", new Parcel { Title = "x\0y", Price = 1.50m }));
        var found = await Parcels.FindAsync("a", Cancellation);
        Assert.NotNull(found);
        Assert.Equal(("x\0y", 1.50m), (found.Value.Title, found.Value.Price));
        Assert.Equal((new DocumentKey("a"), 1, Sample.Stream("one")), (found.Key, found.Metadata.Version, found.Metadata.Source));
        Assert.Equal(found.Metadata, (await Parcels.LoadAsync("a", Cancellation)).Metadata);
        Assert.Null(await Parcels.FindAsync("b", Cancellation));
        var absent = await Assert.ThrowsAsync<DocumentNotFoundException>(async () => await Parcels.LoadAsync("b", Cancellation));
        Assert.Equal(("parcels", new DocumentKey("b")), (absent.Projection, absent.Key));
    }

    [Fact]
    public async Task Documents_are_found_in_the_order_of_their_keys()
    {
        await SeedAsync(("a", new Parcel()), ("b", new Parcel()), ("c", new Parcel()));
        var found = await Parcels.FindAsync(["c", "absent", "a", "c"], Cancellation);
        Assert.Equal(["c", "a"], found.Select(item => item.Key.Id));
        Assert.Empty(await Parcels.FindAsync(Array.Empty<DocumentKey>(), Cancellation));
    }

    [Fact]
    public async Task A_key_that_no_document_can_have_is_refused()
    {
        await SeedAsync(("a", new Parcel()));
        foreach (var id in new[] { "", "a\0b", "a\nb", "\ud800" })
        {
            await Assert.ThrowsAsync<ArgumentException>(async () => await Parcels.FindAsync(id, Cancellation));
            await Assert.ThrowsAsync<ArgumentException>(async () => await Parcels.LoadAsync(id, Cancellation));
            await Assert.ThrowsAsync<ArgumentException>(async () => await Parcels.FindAsync(["a", id], Cancellation));
        }
    }

    [Fact]
    public async Task A_document_is_found_by_its_source()
    {
        await SeedAsync(Sample.Stream("one"), ("a", new Parcel()));
        await SeedAsync(Sample.Stream("two"), ("b", new Parcel()), ("c", new Parcel()));
        await SeedAsync(Sample.Stream("one", tenant: "acme"), (new DocumentKey("d", "acme"), new Parcel()));
        await SeedAsync(("e", new Parcel()));
        Assert.Equal("a", (await Parcels.FindBySourceAsync(Sample.Stream("one"), Cancellation))?.Key.Id);
        Assert.Equal("d", (await Parcels.OfTenant("acme").FindBySourceAsync(Sample.Stream("one", tenant: "acme"), Cancellation))?.Key.Id);
        Assert.Equal("d", (await Parcels.OfAllTenants().FindBySourceAsync(Sample.Stream("one", tenant: "acme"), Cancellation))?.Key.Id);
        Assert.Null(await Parcels.FindBySourceAsync(Sample.Stream("one", "other"), Cancellation));
        await Assert.ThrowsAsync<AmbiguousDocumentException>(async () => await Parcels.FindBySourceAsync(Sample.Stream("two"), Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Parcels.FindBySourceAsync(Sample.Stream("one", tenant: "acme"), Cancellation));
    }

    [Fact]
    public async Task One_document_is_one_or_an_error()
    {
        await SeedAsync(("a", new Parcel { Count = 1 }), ("b", new Parcel { Count = 2 }), ("c", new Parcel { Count = 2 }));
        Assert.Equal("a", (await Parcels.FindOneAsync(Parcel.Fields.Count == 1, Cancellation))?.Key.Id);
        Assert.Null(await Parcels.FindOneAsync(Parcel.Fields.Count == 3, Cancellation));
        var several = await Assert.ThrowsAsync<AmbiguousDocumentException>(async () => await Parcels.FindOneAsync(Parcel.Fields.Count == 2, Cancellation));
        Assert.Equal(("parcels", 2), (several.Projection, several.Keys.Count));
    }

    [Fact]
    public async Task Tenants_see_their_own_documents()
    {
        await SeedAsync(("a", new Parcel { Count = 1 }), (new DocumentKey("a", "acme"), new Parcel { Count = 2 }), (new DocumentKey("b", "acme"), new Parcel { Count = 1 }));
        Assert.Equal("a", await IdsAsync(Parcel.Fields.Count == 1));
        Assert.Equal(1, await Parcels.CountAsync(cancellationToken: Cancellation));
        var acme = Parcels.OfTenant("acme");
        Assert.Equal(2, (await acme.LoadAsync("a", Cancellation)).Value.Count);
        Assert.Equal(2, await acme.CountAsync(cancellationToken: Cancellation));
        Assert.Equal("b", (await acme.FindOneAsync(Parcel.Fields.Count == 1, Cancellation))?.Key.Id);
        Assert.Equal(["", "acme", "acme"], (await Parcels.OfAllTenants().FindAsync(cancellationToken: Cancellation)).Items.Select(item => item.Key.Tenant));
        Assert.Equal(3, await Parcels.OfAllTenants().CountAsync(cancellationToken: Cancellation));
        await Assert.ThrowsAsync<ArgumentException>(async () => await acme.FindAsync(new DocumentKey("a", "other"), Cancellation));
    }

    [Fact]
    public async Task Reads_never_alias_what_is_stored()
    {
        await SeedAsync(("a", new Parcel { Title = "x", Tags = ["t"] }));
        foreach (var read in (Func<Task<Parcel>>[])
            [
                async () => (await Parcels.LoadAsync("a", Cancellation)).Value,
                async () => (await Parcels.FindAsync(cancellationToken: Cancellation)).Items[0].Value,
                async () => (await Parcels.FindOneAsync(Parcel.Fields.Title == "x", Cancellation))!.Value,
            ])
        {
            var first = await read();
            first.Title = "changed";
            first.Tags!.Add("more");
            var second = await read();
            Assert.Equal(("x", 1), (second.Title, second.Tags!.Count));
        }
    }

    [Fact]
    public async Task All_documents_are_read_as_they_are_taken()
    {
        await SeedAsync([.. Enumerable.Range(0, 1203).Select(number => ((DocumentKey)$"{number:D4}", new Parcel { Count = number % 7, Title = number % 3 == 0 ? null : "x" }))]);
        var expected = Enumerable.Range(0, 1203).Where(number => number % 7 != 2).OrderByDescending(number => number % 7).Select(number => $"{number:D4}");
        var read = await Parcels.ReadAsync(Parcel.Fields.Count != 2, Parcel.Fields.Count.Descending(), Cancellation).Select(item => item.Key.Id).ToListAsync(Cancellation);
        Assert.Equal(expected, read);
        // The rest is not read before it is asked for: what is deleted meanwhile is not met.
        var met = new List<string>();
        await foreach (var item in Parcels.ReadAsync(cancellationToken: Cancellation))
        {
            met.Add(item.Key.Id);
            if (met.Count == 1)
                await DeleteAsync("1200", "1202");
        }

        Assert.Equal(1201, met.Count);
    }

    [Fact]
    public async Task A_path_that_is_not_there_is_an_error_before_the_store_is_asked()
    {
        await SeedAsync(("a", new Parcel()));
        var unknown = Assert.Throws<UnknownFieldException>(() => Parcels.Field("address.town"));
        Assert.Equal(("parcels", "address.town"), (unknown.Projection, unknown.Path));
        Assert.Equal(["street", "floor"], unknown.Known);
        Assert.Contains("street", unknown.Message, StringComparison.Ordinal);
        var foreign = new Field<int>(FieldPath.Root.Member("elsewhere"), SortableKey.Of);
        await Assert.ThrowsAsync<UnknownFieldException>(async () => await IdsAsync(Parcel.Fields.Count == 1 | !(foreign == 1)));
        await Assert.ThrowsAsync<UnknownFieldException>(async () => await IdsAsync(sort: foreign.Ascending()));
        await Assert.ThrowsAsync<UnknownFieldException>(async () => await Parcels.CountAsync(foreign > 1, Cancellation));
        await Assert.ThrowsAsync<UnknownFieldException>(async () => await Parcels.FindOneAsync(foreign == 1, Cancellation));
        Assert.Throws<UnknownFieldException>(() => Parcels.ReadAsync(foreign == 1));
        await Assert.ThrowsAsync<ArgumentException>(async () => await IdsAsync(sort: Parcels.Field("tags").Ascending()));
    }

    [Fact]
    public async Task A_path_given_as_text_asks_what_a_typed_field_does()
    {
        await SeedAsync(
            ("a", new Parcel { Price = 5, Address = new("Main", 1), Tags = ["t"], Labels = new() { ["a.b"] = "v" }, Lines = [new("n", 3)] }),
            ("b", new Parcel { Price = 50, SentAt = TestClock.Start }));
        await AssertMatchesAsync("a", Parcels.Field("price") < 10);
        await AssertMatchesAsync("b", Parcels.Field("price") != 5.0m);
        await AssertMatchesAsync("a", Parcels.Field("address.street").StartsWith("Ma"));
        await AssertMatchesAsync("b", Parcels.Field("address.street") == null);
        await AssertMatchesAsync("a", Parcels.Field("tags").Has("t"));
        await AssertMatchesAsync("a", Parcels.Field("tags[0]") == "t");
        await AssertMatchesAsync("a", Parcels.Field("labels[\"a.b\"]") == "v");
        await AssertMatchesAsync("a", Parcels.Field("lines[0].amount").In(3, 4));
        await AssertMatchesAsync("b", Parcels.Field("sentAt") >= TestClock.Start);
        await AssertMatchesAsync("b", Parcels.Field("$version") > 1);
        Assert.Equal("b a", await IdsAsync(sort: Parcels.Field("price").Descending()));
        Assert.Throws<ArgumentException>(() => Parcels.Field("price") == "5");
    }
}
