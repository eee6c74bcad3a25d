namespace Foldstream.TestKit;

/// <summary>Operators of the user's own. The fixture opens its store with one that is named <see cref="EndsWith"/>: whether a text field ends with another text; null does not.</summary>
public abstract class CustomOperatorContract<TStore, TFixture> : QueryContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    public const string EndsWith = "ends-with";

    [Fact]
    public async Task A_registered_operator_is_asked()
    {
        await SeedAsync(("a", new Parcel { Title = "tea" }), ("b", new Parcel { Title = "eat" }), ("c", new Parcel { Title = "%" }), ("none", new Parcel()));
        await AssertMatchesAsync("a", Parcel.Fields.Title.Custom(EndsWith, "ea"));
        await AssertMatchesAsync("b", Parcel.Fields.Title.Custom(EndsWith, "t") & (Parcel.Fields.Title != "x"));
        await AssertMatchesAsync("c", Parcels.Field("title").Custom(EndsWith, "%"));
    }

    [Fact]
    public async Task An_operator_that_is_not_registered_is_an_error()
    {
        await SeedAsync(("a", new Parcel()));
        var filter = Parcel.Fields.Title.Custom("sounds-like", "tee");
        foreach (var asked in (DocumentFilter[])[filter, !filter, (Parcel.Fields.Count == 0) | filter])
        {
            var unknown = await Assert.ThrowsAsync<UnknownOperatorException>(async () => await IdsAsync(asked));
            Assert.Equal("sounds-like", unknown.Name);
            Assert.Contains(unknown.Option, unknown.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<UnknownOperatorException>(async () => await Parcels.CountAsync(asked, Cancellation));
        }
    }
}
