namespace Foldstream.TestKit;

/// <summary>Every operator over values, nulls and edges: the one table, the same on every store.</summary>
public abstract class FilterContract<TStore, TFixture> : QueryContract<TStore, TFixture>
    where TStore : class, IReadModelStore
    where TFixture : IStoreFixture<TStore>, new()
{
    [Fact]
    public async Task Null_fields_follow_one_table()
    {
        await SeedAsync(("low", new Parcel { Title = "a" }), ("high", new Parcel { Title = "b" }), ("none", new Parcel()));
        await AssertMatchesAsync("low", Parcel.Fields.Title == "a");
        await AssertMatchesAsync("high none", Parcel.Fields.Title != "a");
        await AssertMatchesAsync("none", Parcel.Fields.Title == null);
        await AssertMatchesAsync("high low", Parcel.Fields.Title != null);
        await AssertMatchesAsync("none", Parcel.Fields.Title.IsNull());
        await AssertMatchesAsync("low", Parcel.Fields.Title < "b");
        await AssertMatchesAsync("high low", Parcel.Fields.Title <= "b");
        await AssertMatchesAsync("high", Parcel.Fields.Title > "a");
        await AssertMatchesAsync("high low", Parcel.Fields.Title >= "a");
        await AssertMatchesAsync("low", Parcel.Fields.Title.In("a", "c"));
        await AssertMatchesAsync("high none", Parcel.Fields.Title.NotIn("a", "c"));
        await AssertMatchesAsync("low none", Parcel.Fields.Title.In("a", null));
        await AssertMatchesAsync("high", Parcel.Fields.Title.NotIn("a", null));
        await AssertMatchesAsync("", Parcel.Fields.Title.In());
        await AssertMatchesAsync("high low none", Parcel.Fields.Title.NotIn());
        await AssertMatchesAsync("high low", Parcel.Fields.Title.Contains(""));
        await AssertMatchesAsync("high low", Parcel.Fields.Title.StartsWith(""));
        await AssertMatchesAsync("high low", Parcel.Fields.Title.Matches(""));
    }

    [Fact]
    public async Task Only_null_is_null()
    {
        await SeedAsync(
            ("empty", new Parcel { Title = "", Tags = [], Labels = [], Lines = [], Price = 0, Fragile = false, Address = new(null, null) }),
            ("none", new Parcel()));
        await AssertMatchesAsync("none", Parcel.Fields.Title.IsNull());
        await AssertMatchesAsync("none", Parcel.Fields.Tags.IsNull());
        await AssertMatchesAsync("none", Parcel.Fields.Labels.IsNull());
        await AssertMatchesAsync("none", Parcel.Fields.LineAmounts.IsNull());
        await AssertMatchesAsync("none", Parcel.Fields.Price.IsNull());
        await AssertMatchesAsync("none", Parcel.Fields.Fragile.IsNull());
        await AssertMatchesAsync("none", Parcels.Field("address").IsNull());
        await AssertMatchesAsync("", Parcel.Fields.Count.IsNull());
        await AssertMatchesAsync("empty", Parcel.Fields.Title == "");
    }

    [Fact]
    public async Task Numbers_compare_by_value_beyond_the_precision_of_a_double()
    {
        decimal[] prices = [-79228162514264337593543950335m, -10m, -9.5m, -0.0000000000000000000000000001m, 0m, 0.1m, 0.10000000000000000000000001m, 1m, 9m, 10m, 79228162514264337593543950334m, 79228162514264337593543950335m];
        await SeedAsync([.. prices.Select((price, index) => ((DocumentKey)$"{index:D2}", new Parcel { Price = price })), ("none", new Parcel())]);
        foreach (var price in prices)
        {
            await AssertMatchesAsync(Having(prices, other => other == price), Parcel.Fields.Price == price);
            await AssertMatchesAsync(Having(prices, other => other < price), Parcel.Fields.Price < price);
            await AssertMatchesAsync(Having(prices, other => other >= price), Parcel.Fields.Price >= price);
        }

        await AssertMatchesAsync("07", Parcel.Fields.Price == 1.000m);
        Assert.Equal(string.Join(' ', prices.Select((_, index) => $"{index:D2}").Append("none")), await IdsAsync(sort: Parcel.Fields.Price.Ascending()));
    }

    [Fact]
    public async Task Doubles_and_long_integers_compare_by_value()
    {
        double[] weights = [double.MinValue, -1e10, -1, -double.Epsilon, 0, double.Epsilon, 1e-5, 0.3, 1e15, 1e16, double.MaxValue];
        long[] counts = [long.MinValue, -5, -1, 0, 1, 2, 10, 99, 9007199254740993, 9007199254740994, long.MaxValue];
        await SeedAsync([.. weights.Select((weight, index) => ((DocumentKey)$"{index:D2}", new Parcel { Weight = weight, Count = counts[index] }))]);
        for (var index = 0; index < weights.Length; index++)
        {
            await AssertMatchesAsync(Having(weights, other => other > weights[index]), Parcel.Fields.Weight > weights[index]);
            await AssertMatchesAsync(Having(counts, other => other <= counts[index]), Parcel.Fields.Count <= counts[index]);
            await AssertMatchesAsync($"{index:D2}", Parcel.Fields.Count == counts[index]);
        }
    }

    [Fact]
    public async Task Times_compare_by_instant_whatever_their_offset()
    {
        var noon = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
        await SeedAsync(
            ("a", new Parcel { SentAt = noon.AddTicks(-1) }),
            ("b", new Parcel { SentAt = noon.ToOffset(TimeSpan.FromHours(14)) }),
            ("c", new Parcel { SentAt = noon.AddTicks(1).ToOffset(TimeSpan.FromHours(-12)) }),
            ("d", new Parcel { SentAt = DateTimeOffset.MaxValue }),
            ("e", new Parcel { SentAt = DateTimeOffset.MinValue }),
            ("none", new Parcel()));
        await AssertMatchesAsync("b", Parcel.Fields.SentAt == noon);
        await AssertMatchesAsync("a e", Parcel.Fields.SentAt < noon.ToOffset(TimeSpan.FromHours(5)));
        await AssertMatchesAsync("c d", Parcel.Fields.SentAt > noon);
        Assert.Equal("d c b a e none", await IdsAsync(sort: Parcel.Fields.SentAt.Descending()));
    }

    [Fact]
    public async Task Durations_booleans_and_Guids_compare_by_value()
    {
        var guids = new[] { Guid.Parse("0f000000-0000-0000-0000-000000000001"), Guid.Parse("f0000000-0000-0000-0000-000000000000") };
        await SeedAsync(
            ("a", new Parcel { Delay = TimeSpan.FromDays(-10), Fragile = false, Code = guids[0] }),
            ("b", new Parcel { Delay = TimeSpan.FromHours(9), Fragile = true, Code = guids[1] }),
            ("c", new Parcel { Delay = TimeSpan.FromDays(10) }));
        await AssertMatchesAsync("a", Parcel.Fields.Delay < TimeSpan.Zero);
        await AssertMatchesAsync("c", Parcel.Fields.Delay > TimeSpan.FromDays(9.5));
        await AssertMatchesAsync("b", Parcel.Fields.Fragile == true);
        await AssertMatchesAsync("a c", Parcel.Fields.Fragile != true);
        await AssertMatchesAsync("a", Parcel.Fields.Fragile < true);
        await AssertMatchesAsync("a", Parcel.Fields.Code == guids[0]);
        await AssertMatchesAsync("b", Parcel.Fields.Code > guids[0]);
    }

    [Fact]
    public async Task Text_compares_by_its_UTF_8_bytes()
    {
        // By UTF-16, what is beyond U+FFFF would come before U+E000.
        string[] titles = ["", "\0", "\u0001", "\u0002", "\u0003", "\u0004", "\t", " ", "A", "B", "a", "a\0", "a\0b", "ab", "\u007F", "é", "\uE000", "\uFFFD", "😀", "\U0010FFFF"];
        await SeedAsync([.. titles.Select((title, index) => ((DocumentKey)$"{index:D2}", new Parcel { Title = title }))]);
        Assert.Equal(Having(titles, _ => true), await IdsAsync(sort: Parcel.Fields.Title.Ascending()));
        for (var index = 0; index < titles.Length; index++)
        {
            var here = index;
            await AssertMatchesAsync($"{index:D2}", Parcel.Fields.Title == titles[index]);
            await AssertMatchesAsync(string.Join(' ', titles.Select((_, other) => other).Where(other => other < here).Select(other => $"{other:D2}")), Parcel.Fields.Title < titles[index]);
            await AssertMatchesAsync(Having(titles, other => other.StartsWith(titles[here], StringComparison.Ordinal)), Parcel.Fields.Title.StartsWith(titles[index]));
            await AssertMatchesAsync(Having(titles, other => other.Contains(titles[here], StringComparison.Ordinal)), Parcel.Fields.Title.Contains(titles[index]));
        }
    }

    [Fact]
    public async Task Text_is_taken_as_it_is_and_case_counts()
    {
        await SeedAsync(
            ("a", new Parcel { Title = "50% off_it" }), ("b", new Parcel { Title = "50x offXit" }), ("c", new Parcel { Title = "back\\slash 'quoted' \"twice\"" }), ("d", new Parcel { Title = "null" }));
        await AssertMatchesAsync("a", Parcel.Fields.Title.Contains("0% o"));
        await AssertMatchesAsync("a", Parcel.Fields.Title.Contains("f_i"));
        await AssertMatchesAsync("a", Parcel.Fields.Title.StartsWith("50%"));
        await AssertMatchesAsync("", Parcel.Fields.Title.Contains("OFF"));
        await AssertMatchesAsync("", Parcel.Fields.Title.StartsWith("BACK"));
        await AssertMatchesAsync("c", Parcel.Fields.Title.Contains("k\\s"));
        await AssertMatchesAsync("c", Parcel.Fields.Title == "back\\slash 'quoted' \"twice\"");
        await AssertMatchesAsync("d", Parcel.Fields.Title == "null");
    }

    [Fact]
    public async Task Nested_members_items_and_keys_of_maps_are_reached()
    {
        await SeedAsync(
            ("a", new Parcel { Address = new("Main", 2), Lines = [new("x", 5), new("y", 7)], Labels = new() { ["k"] = "v", ["a.b"] = "dots", ["0"] = "zero", ["\0"] = "nul", ["\"]'"] = "signs" } }),
            ("b", new Parcel { Address = new(null, 12), Lines = [new("x", 7)], Labels = new() { ["k"] = null } }),
            ("c", new Parcel()));
        await AssertMatchesAsync("a", Parcel.Fields.Street == "Main");
        await AssertMatchesAsync("b c", Parcel.Fields.Street.IsNull());
        await AssertMatchesAsync("b", Parcel.Fields.Floor > 2);
        await AssertMatchesAsync("a", Parcel.Fields.LineAmounts[0] == 5);
        await AssertMatchesAsync("a", Parcel.Fields.LineAmounts[1] == 7);
        await AssertMatchesAsync("b c", Parcel.Fields.LineAmounts[1].IsNull());
        await AssertMatchesAsync("a", Parcel.Fields.Labels["k"] == "v");
        await AssertMatchesAsync("b c", Parcel.Fields.Labels["k"].IsNull());
        await AssertMatchesAsync("a", Parcel.Fields.Labels["a.b"] == "dots");
        await AssertMatchesAsync("a", Parcel.Fields.Labels["0"] == "zero");
        await AssertMatchesAsync("a", Parcel.Fields.Labels["\0"] == "nul");
        await AssertMatchesAsync("a", Parcel.Fields.Labels["\"]'"] == "signs");
        await AssertMatchesAsync("a b c", Parcel.Fields.Labels["absent"].IsNull());
    }

    [Fact]
    public async Task A_list_has_its_items_and_nothing_else()
    {
        await SeedAsync(
            ("a", new Parcel { Tags = ["red", "blue", null] }), ("b", new Parcel { Tags = ["redder", "x\0y", "😀"] }), ("c", new Parcel { Tags = [] }), ("d", new Parcel()));
        await AssertMatchesAsync("a", Parcel.Fields.Tags.Has("red"));
        await AssertMatchesAsync("b", Parcel.Fields.Tags.Has("x\0y"));
        await AssertMatchesAsync("b", Parcel.Fields.Tags.Has("😀"));
        await AssertMatchesAsync("", Parcel.Fields.Tags.Has("r"));
        await AssertMatchesAsync("", Parcel.Fields.Tags.Has(""));
        await AssertMatchesAsync("a", Parcel.Fields.Tags[1] == "blue");
        await AssertMatchesAsync("a c d", Parcel.Fields.Tags[2].IsNull());
    }

    [Fact]
    public async Task Fields_of_every_document_are_filtered_and_sorted_like_others()
    {
        await SeedAsync(("b", new Parcel()), ("a", new Parcel()), ("c", new Parcel()));
        await AssertMatchesAsync("a c", DocumentFields.Version >= 2);
        await AssertMatchesAsync("b", DocumentFields.UpdatedAt == TestClock.Start.AddMinutes(1));
        await AssertMatchesAsync("a b c", DocumentFields.CreatedAt == TestClock.Start);
        await AssertMatchesAsync("b c", DocumentFields.Id > "a");
        Assert.Equal("c a b", await IdsAsync(sort: DocumentFields.UpdatedAt.Descending()));
        Assert.Equal("b a c", await IdsAsync(sort: DocumentFields.CreatedAt.Ascending().Then(DocumentFields.Version.Ascending())));
        Assert.Equal("c b a", await IdsAsync(sort: DocumentFields.Id.Descending()));
    }

    [Fact]
    public async Task Filters_combine_and_negate_as_logic_has_it()
    {
        await SeedAsync(("a", new Parcel { Title = "x", Price = 1 }), ("b", new Parcel { Title = "x" }), ("c", new Parcel { Price = 1 }), ("d", new Parcel()));
        var x = Parcel.Fields.Title == "x";
        var one = Parcel.Fields.Price == 1;
        await AssertMatchesAsync("a", x & one);
        await AssertMatchesAsync("a b c", x | one);
        await AssertMatchesAsync("d", !(x | one));
        await AssertMatchesAsync("b c d", !(x & one));
        await AssertMatchesAsync("b c", (x | one) & !(x & one));
        await AssertMatchesAsync("a d", !((x & !one) | (!x & one)));
        await AssertMatchesAsync("a b", x & (one | !one));
    }

    [Fact]
    public async Task Wide_and_deep_filters_are_answered()
    {
        await SeedAsync(("a", new Parcel { Count = 7 }), ("b", new Parcel { Count = 1000 }));
        var wide = Parcel.Fields.Count == 0;
        var all = Parcel.Fields.Count > -1;
        for (var number = 1; number < 400; number++)
        {
            wide |= Parcel.Fields.Count == number;
            all &= Parcel.Fields.Count != number + 2000;
        }

        await AssertMatchesAsync("a", wide & all);
        await AssertMatchesAsync("a", Parcel.Fields.Count.In(Enumerable.Range(0, 900).Select(number => (long)number)));
        var deep = Parcel.Fields.Count == 7;
        for (var level = 1; level < (DocumentFilter.MaxDepth / 2) - 1; level++)
            deep = (Parcel.Fields.Count >= -level) & ((Parcel.Fields.Count == -level) | deep);
        await AssertMatchesAsync("a", deep);
    }

    private static string Having<T>(T[] values, Func<T, bool> holds) =>
        string.Join(' ', values.Select((value, index) => (value, index)).Where(item => holds(item.value)).Select(item => $"{item.index:D2}"));
}
