namespace Foldstream.NativeWalk;

/// <summary>Every operator, sort and page, over fields of every kind.</summary>
public static class Querying
{
    /// <summary>The operator that each store of the walk has: whether a text ends with another one.</summary>
    public const string EndsWith = "ends-with";

    internal static async Task RunAsync(IReadModelStore store)
    {
        var documents = store.Documents<DeliveryView>();
        await OperatorsAsync(documents);
        await FieldsAsync(documents);
        await PagesAsync(documents);
        await Check.ThrowsAsync<AmbiguousDocumentException>(async () => await documents.FindOneAsync(DeliveryView.Fields.Total > 0m));
        Check.That((await Check.ThrowsAsync<UnknownFieldException>(() => Task.FromResult(documents.Field("to.country")))).Message.Contains("country", StringComparison.Ordinal));
        Check.That((await Check.ThrowsAsync<UnknownOperatorException>(async () => await documents.CountAsync(DeliveryView.Fields.Note.Custom("nothing", "x")))).Message.Contains("nothing", StringComparison.Ordinal));
    }

    private static async Task OperatorsAsync(Documents<DeliveryView> documents)
    {
        await MatchesAsync("cara", DeliveryView.Fields.Customer == "cara");
        await MatchesAsync("dag full kept sparse", DeliveryView.Fields.Customer != "cara");
        await MatchesAsync("dag sparse", DeliveryView.Fields.Total < 9.75m & DeliveryView.Fields.Insured == false);
        await MatchesAsync("cara", DeliveryView.Fields.Total > 9.5m);
        await MatchesAsync("cara dag", DeliveryView.Fields.Total >= 9.5m);
        await MatchesAsync("full kept sparse", DeliveryView.Fields.Total <= 9m);
        await MatchesAsync("cara dag", DeliveryView.Fields.Customer.In("cara", "dag", "nobody"));
        await MatchesAsync("", DeliveryView.Fields.Customer.In());
        await MatchesAsync("full kept sparse", DeliveryView.Fields.Customer.NotIn("cara", "dag"));
        await MatchesAsync("full kept", DeliveryView.Fields.Customer.Contains("Ågr"));
        await MatchesAsync("full kept", DeliveryView.Fields.Customer.StartsWith("Ann"));
        await MatchesAsync("cara dag", DeliveryView.Fields.Customer.Matches(@"^[a-z]\w{2,3}$"));
        await MatchesAsync("cara dag full kept", DeliveryView.Fields.Customer.Custom(EndsWith, "a") | DeliveryView.Fields.Customer.Custom(EndsWith, "g") | DeliveryView.Fields.Customer.Custom(EndsWith, "n"));
        await MatchesAsync("sparse", DeliveryView.Fields.To.Town.IsNull());
        await MatchesAsync("sparse", DeliveryView.Fields.To.Town == null);
        await MatchesAsync("cara dag full kept", DeliveryView.Fields.Tags.Has("red"));
        await MatchesAsync("full kept", DeliveryView.Fields.Floors.Has(4));
        await MatchesAsync("sparse", !(DeliveryView.Fields.Tags.Has("red") | DeliveryView.Fields.To.Town == "Bergen"));

        async Task MatchesAsync(string expected, DocumentFilter filter)
        {
            Check.Equal(expected, Ids(await documents.FindAsync(filter)), filter.ToString()!);
            Check.Equal(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length, await documents.CountAsync(filter), filter.ToString()!);
        }
    }

    private static async Task FieldsAsync(Documents<DeliveryView> documents)
    {
        DocumentFilter[] full =
        [
            DeliveryView.Fields.Speed == Speed.Fast,
            DeliveryView.Fields.Handling == (Handling.Fragile | Handling.Cold),
            DeliveryView.Fields.Weight == new Weight(1.25m),
            DeliveryView.Fields.Insured == true,
            DeliveryView.Fields.Letter == 'ß',
            DeliveryView.Fields.Distance > 12.25,
            DeliveryView.Fields.Slope == (Half)0.25,
            DeliveryView.Fields.Barcode == ulong.MaxValue,
            DeliveryView.Fields.Code == Orders.Full.Code,
            DeliveryView.Fields.Due == Orders.Noon.ToUniversalTime() & DeliveryView.Fields.Speed == Speed.Fast,
            DeliveryView.Fields.Day < new DateOnly(2024, 5, 2) & DeliveryView.Fields.Day > new DateOnly(2024, 1, 1),
            DeliveryView.Fields.At == new TimeOnly(9, 30),
            DeliveryView.Fields.Window >= TimeSpan.FromMinutes(90),
            DeliveryView.Fields.To.Street == "Kai 1",
            DeliveryView.Fields.Items[1].Sku == new Sku("cup"),
            DeliveryView.Fields.Items[0].Count == 2,
            DeliveryView.Fields.Items[0].Price == 4.5m,
            DeliveryView.Fields.Tags[1] == "round\0",
            DeliveryView.Fields.Others["second.floor"].Street == "Kai 2",
            DocumentFields.Version == 3 | DocumentFields.Id == "kept",
            DocumentFields.CreatedAt > DateTimeOffset.UnixEpoch & DeliveryView.Fields.Insured == true,
        ];
        foreach (var filter in full)
            Check.Equal("full kept", Ids(await documents.FindAsync(filter)), filter.ToString()!);
        Check.Equal("cara full kept", Ids(await documents.FindAsync(documents.Field("to.town").Matches("^Berg"))));
        Check.Equal("cara", (await documents.FindOneAsync(DeliveryView.Fields.Customer == "cara"))!.Key.Id);
    }

    private static async Task PagesAsync(Documents<DeliveryView> documents)
    {
        var sort = DeliveryView.Fields.To.Town.Descending().Then(DeliveryView.Fields.Total.Ascending());
        var first = await documents.FindAsync(null, sort, Page.First(2).WithTotal());
        Check.Equal(("dag full", 5L), (Ids(first), first.Total!.Value));
        var second = await documents.FindAsync(null, sort, Page.After(first.Next!, 2));
        Check.Equal("kept cara", Ids(second));
        var third = await documents.FindAsync(null, sort, Page.After(second.Next!, 2));
        Check.Equal(("sparse", true), (Ids(third), third.Next is null));
        Check.Equal("dag full", Ids(await documents.FindAsync(null, sort, Page.Before(second.Previous!, 2))));
        Check.Equal("cara sparse", Ids(await documents.FindAsync(null, sort, Page.Last(2))));
        Check.Equal("kept cara", Ids(await documents.FindAsync(null, sort, Page.Number(2, 2))));
        var read = new List<string>();
        await foreach (var document in documents.ReadAsync(sort: DocumentFields.Id.Descending()))
            read.Add(document.Key.Id);
        Check.Equal("sparse kept full dag cara", string.Join(' ', read));
    }

    private static string Ids(DocumentPage<DeliveryView> page) => string.Join(' ', page.Items.Select(item => item.Key.Id));
}
