namespace Foldstream.TestKit;

/// <summary>The log is read by category, tenant and names of events; a limit counts what is left.</summary>
public abstract class LogFilterContract<TStore, TFixture> : LogContract<TStore, TFixture>
    where TStore : class, IEventLog
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly string?[] Categories = [null, "thing", "Thing", "other", "absent"];
    private static readonly string?[] Tenants = [null, "", "acme", "Acme", "absent"];
    private static readonly string[]?[] Names = [null, [], ["opened"], ["closed", "opened"], ["Opened", "absent"]];

    [Theory]
    [InlineData(ReadDirection.Forwards, null)]
    [InlineData(ReadDirection.Forwards, 3)]
    [InlineData(ReadDirection.Backwards, null)]
    [InlineData(ReadDirection.Backwards, 3)]
    public async Task Every_combination_of_filters_is_read(ReadDirection direction, int? limit)
    {
        var all = await FillAsync();
        foreach (var range in Filters(direction, limit))
        {
            var wanted = all.Where(recorded => Matches(range, recorded));
            if (direction == ReadDirection.Backwards)
                wanted = wanted.Reverse();
            await AssertLogAsync(wanted.Take(limit ?? all.Count).Select(Sample.NumberOf), range);
        }
    }

    [Fact]
    public async Task Names_mean_every_schema_version()
    {
        EventType[] types = [new("opened"), new("opened", 2), new("closed")];
        await AppendAsync(Sample.Stream(), [.. types.Select(type => new EventData(type, "{}"u8.ToArray()))]);
        var read = await ReadLogAsync(new LogRange { EventNames = ["opened"] });
        Assert.Equal(types[..2], read.Select(recorded => recorded.Type));
    }

    [Fact]
    public async Task Pages_of_a_filtered_log_compose()
    {
        var all = await FillAsync();
        var range = new LogRange { Category = "thing", EventNames = ["opened"], Limit = 2 };
        var pages = new List<int>();
        for (var page = await ReadLogAsync(range); page.Count > 0; page = await ReadLogAsync(range with { After = page[^1].Position }))
            pages.AddRange(page.Select(Sample.NumberOf));
        Assert.Equal(all.Where(recorded => Matches(range, recorded)).Select(Sample.NumberOf), pages);
    }

    [Fact]
    public async Task Category_is_read_by_its_name()
    {
        var all = await FillAsync();
        var read = await Store.ReadCategoryAsync("other", cancellationToken: Cancellation).ToListAsync(Cancellation);
        Assert.NotEmpty(read);
        Assert.Equal(all.Where(recorded => recorded.Stream.Category == "other").Select(Sample.NumberOf), read.Select(Sample.NumberOf));
    }

    [Fact]
    public void Category_that_breaks_its_rule_is_refused() =>
        Assert.Throws<ArgumentException>(() => Store.ReadCategoryAsync("no/category"));

    [Fact]
    public async Task Latest_of_a_range_is_the_last_event_that_it_holds()
    {
        var all = await FillAsync();
        var latest = await Store.LatestAsync(new LogRange { Category = "other" }, Cancellation);
        Assert.Equal(all.Last(recorded => recorded.Stream.Category == "other").Id, latest!.Id);
        Assert.Null(await Store.LatestAsync(new LogRange { Category = "absent" }, Cancellation));
    }

    [Fact]
    public async Task Rare_events_are_found_among_many_others()
    {
        await AppendAsync(Sample.Stream("rare", "rare"), Sample.Events(1));
        await AppendAsync(Sample.Stream(), Sample.Events(1500, first: 10));
        await AppendAsync(Sample.Stream("rare", "rare"), Sample.Events(1, first: 1));
        await AssertLogAsync([0, 1], new LogRange { Category = "rare" });
        await AssertLogAsync([1, 0], new LogRange { Category = "rare", Direction = ReadDirection.Backwards });
    }

    private static IEnumerable<LogRange> Filters(ReadDirection direction, int? limit) =>
        from category in Categories
        from tenant in Tenants
        from names in Names
        select new LogRange { Category = category, Tenant = tenant, EventNames = names, Limit = limit, Direction = direction };

    private static bool Matches(LogRange range, RecordedEvent recorded) =>
        (range.Category is null || recorded.Stream.Category == range.Category)
        && (range.Tenant is null || recorded.Stream.Tenant == range.Tenant)
        && (range.EventNames is null || range.EventNames.Contains(recorded.Type.Name));

    private async ValueTask<List<RecordedEvent>> FillAsync()
    {
        var number = 0;
        foreach (var name in (string[])["opened", "closed", "opened", "Opened"])
        {
            foreach (var category in (string[])["thing", "other", "Thing"])
            {
                foreach (var tenant in (string[])["", "acme", "Acme"])
                    await AppendAsync(Sample.Stream("one", category, tenant), Sample.Event(name, $$"""{"number":{{number++}}}"""));
            }
        }

        return await ReadLogAsync();
    }
}
