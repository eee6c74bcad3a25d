namespace Foldstream.TestKit;

/// <summary>The log is read by the time of recording: both ends inclusive, in any offset, beside other filters, over pages.</summary>
/// <remarks>Expectations come from the times that the store gave, so that the contract fits those whose server tells the time.</remarks>
public abstract class LogTimeContract<TStore, TFixture> : LogContract<TStore, TFixture>
    where TStore : class, IEventLog
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly long[] Nearby = [-TimeSpan.TicksPerMicrosecond, -1, 0, 1, TimeSpan.TicksPerMicrosecond];

    public static TheoryData<ReadDirection> Directions => [ReadDirection.Forwards, ReadDirection.Backwards];

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Both_ends_are_inclusive_to_the_microsecond(ReadDirection direction)
    {
        var all = await FillAsync();
        foreach (var time in all.Select(recorded => recorded.RecordedAt).Distinct())
        {
            foreach (var bound in Nearby.Select(ticks => time.AddTicks(ticks)))
            {
                await AssertMatchingAsync(all, new LogRange { Direction = direction, RecordedFrom = bound });
                await AssertMatchingAsync(all, new LogRange { Direction = direction, RecordedUntil = bound });
            }
        }
    }

    [Fact]
    public async Task One_instant_is_a_range()
    {
        var all = await FillAsync();
        var times = all.Select(recorded => recorded.RecordedAt).Distinct().ToArray();
        Assert.True(times.Length > 2);
        foreach (var time in times)
            await AssertMatchingAsync(all, new LogRange { RecordedFrom = time, RecordedUntil = time });
    }

    [Fact]
    public async Task An_instant_is_the_same_in_every_offset()
    {
        var all = await FillAsync();
        var (first, last) = (all[1].RecordedAt, all[^2].RecordedAt);
        var there = new LogRange { RecordedFrom = first.ToOffset(TimeSpan.FromHours(14)), RecordedUntil = last.ToOffset(TimeSpan.FromHours(-11.5)) };
        Assert.Equal(new LogRange { RecordedFrom = first, RecordedUntil = last }, there);
        await AssertMatchingAsync(all, there);
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Times_hold_beside_every_other_filter(ReadDirection direction)
    {
        var all = await FillAsync();
        foreach (var range in Filters(all))
            await AssertMatchingAsync(all, range with { Direction = direction });
    }

    [Fact]
    public async Task Ends_of_time_leave_nothing_out()
    {
        var all = await FillAsync();
        await AssertMatchingAsync(all, new LogRange { RecordedFrom = DateTimeOffset.MinValue, RecordedUntil = DateTimeOffset.MaxValue });
        await AssertLogAsync([], new LogRange { RecordedFrom = DateTimeOffset.MaxValue });
        await AssertLogAsync([], new LogRange { RecordedUntil = DateTimeOffset.MinValue });
    }

    [Fact]
    public async Task Range_that_ends_before_it_begins_is_empty()
    {
        var all = await FillAsync();
        var (first, last) = (all.Min(recorded => recorded.RecordedAt), all.Max(recorded => recorded.RecordedAt));
        await AssertLogAsync([], new LogRange { RecordedFrom = last, RecordedUntil = first });
    }

    [Theory]
    [MemberData(nameof(Directions))]
    public async Task Times_hold_over_pages(ReadDirection direction)
    {
        for (var part = 0; part < 3; part++)
        {
            await AppendAsync(Sample.Stream($"part-{part}"), Sample.Events(1100, first: part * 1100));
            await PassTimeAsync(TimeSpan.FromSeconds(1));
        }

        var time = (await Store.LatestAsync(Sample.Stream("part-1"), Cancellation))!.RecordedAt;
        var range = new LogRange { RecordedFrom = time, RecordedUntil = time, Direction = direction };
        var wanted = Enumerable.Range(1100, 1100);
        wanted = direction == ReadDirection.Backwards ? wanted.Reverse() : wanted;
        await AssertLogAsync(wanted, range);
        await AssertLogAsync(wanted.Take(600), range with { Limit = 600 });
    }

    [Fact]
    public async Task Latest_of_a_time_is_the_last_event_that_was_recorded_by_then()
    {
        var all = await FillAsync();
        var until = all[2].RecordedAt;
        var latest = await Store.LatestAsync(new LogRange { RecordedUntil = until }, Cancellation);
        Assert.Equal(all.Last(recorded => recorded.RecordedAt <= until).Id, latest!.Id);
    }

    private static IEnumerable<LogRange> Filters(List<RecordedEvent> all) =>
        from @from in (DateTimeOffset?[])[null, all[2].RecordedAt]
        from until in (DateTimeOffset?[])[null, all[^2].RecordedAt]
        from category in (string?[])[null, "other"]
        from tenant in (string?[])[null, "acme"]
        from names in (string[]?[])[null, ["number-drawn"], ["absent"]]
        from after in (GlobalPosition?[])[null, all[1].Position]
        from limit in (long?[])[null, 2]
        select new LogRange
        {
            RecordedFrom = @from,
            RecordedUntil = until,
            Category = category,
            Tenant = tenant,
            EventNames = names,
            After = after,
            Limit = limit,
        };

    private async ValueTask AssertMatchingAsync(List<RecordedEvent> all, LogRange range)
    {
        var wanted = all.Where(recorded =>
            (range.RecordedFrom is null || recorded.RecordedAt >= range.RecordedFrom)
            && (range.RecordedUntil is null || recorded.RecordedAt <= range.RecordedUntil)
            && (range.Category is null || recorded.Stream.Category == range.Category)
            && (range.Tenant is null || recorded.Stream.Tenant == range.Tenant)
            && (range.EventNames is null || range.EventNames.Contains(recorded.Type.Name))
            && (range.After is null || recorded.Position!.Value > range.After.Value));
        if (range.Direction == ReadDirection.Backwards)
            wanted = wanted.Reverse();
        await AssertLogAsync(wanted.Take((int)(range.Limit ?? all.Count)).Select(Sample.NumberOf), range);
    }

    // The clock goes backwards once: times do not rise along the log wherever it is the clock's.
    private async ValueTask<List<RecordedEvent>> FillAsync()
    {
        var number = 0;
        foreach (var hours in (double[])[1, -3, 1, 0, 2])
        {
            foreach (var category in (string[])["thing", "other"])
            {
                foreach (var tenant in (string[])["", "acme"])
                    await AppendAsync(Sample.Stream($"at-{number}", category, tenant), Sample.Numbered(number++, Guid.NewGuid()));
            }

            await PassTimeAsync(TimeSpan.FromHours(hours));
        }

        return await ReadLogAsync();
    }

    private async ValueTask PassTimeAsync(TimeSpan time)
    {
        Clock.Move(time);
        await Task.Delay(2, Cancellation);
    }
}
