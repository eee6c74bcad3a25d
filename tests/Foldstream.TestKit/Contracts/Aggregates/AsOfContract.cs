namespace Foldstream.TestKit;

/// <summary>An aggregate as of a point in its past: by version, by the time of recording, by the time of occurrence; all inclusive.</summary>
public abstract class AsOfContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    private static readonly TimeSpan Microsecond = TimeSpan.FromMicroseconds(1);

    private static readonly StreamId Stream = Sample.Stream("one", Tally.Category);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 3)]
    [InlineData(2, 7)]
    [InlineData(9, 7)]
    public async Task Version_is_that_of_the_last_event_that_counts(long version, long total)
    {
        await FillAsync();
        var tally = await Store.LoadAsync<Tally>("one", AsOf.Version(version), Cancellation);
        Assert.Equal((total, Math.Min(version, 2) + 1), (tally.Total, tally.History.Version));
        Assert.Equal(AsOf.Version(version), tally.History.AsOf);
    }

    [Fact]
    public async Task Recorded_counts_what_was_stored_by_then()
    {
        await FillAsync();
        var stored = await ReadAsync(Stream);
        foreach (var time in stored.SelectMany(recorded => Around(recorded.RecordedAt)))
        {
            var total = Total(stored.Where(recorded => recorded.RecordedAt <= time));
            Assert.Equal(total, (await Store.FindAsync<Tally>("one", AsOf.Recorded(time), Cancellation))?.Total ?? 0);
        }
    }

    [Fact]
    public async Task Occurred_counts_what_had_happened_by_then_in_whatever_order_it_was_stored()
    {
        await FillAsync();
        var stored = await ReadAsync(Stream);
        foreach (var time in stored.SelectMany(recorded => Around(recorded.OccurredAt)))
        {
            var included = stored.Where(recorded => recorded.OccurredAt <= time).ToArray();
            var tally = await Store.FindAsync<Tally>("one", AsOf.Occurred(time), Cancellation);
            Assert.Equal((Total(included), included.Length), (tally?.Total ?? 0, tally?.History.Version ?? 0));
        }
    }

    [Fact]
    public async Task Same_instant_counts_in_whatever_offset_it_is_said()
    {
        await FillAsync();
        var last = (await ReadAsync(Stream))[^1];
        var elsewhere = TimeSpan.FromHours(5);
        Assert.Equal(7, (await Store.LoadAsync<Tally>("one", AsOf.Recorded(last.RecordedAt.ToOffset(elsewhere)), Cancellation)).Total);
        Assert.Equal(3, (await Store.LoadAsync<Tally>("one", AsOf.Occurred(TestClock.Start.ToOffset(elsewhere)), Cancellation)).Total);
    }

    [Fact]
    public async Task Aggregate_that_began_later_is_not_found()
    {
        await FillAsync();
        foreach (var asOf in (AsOf[])[AsOf.Recorded(TestClock.Start.AddYears(-1)), AsOf.Occurred(TestClock.Start.AddYears(-1))])
        {
            Assert.Null(await Store.FindAsync<Tally>("one", asOf, Cancellation));
            var error = await Assert.ThrowsAsync<StreamNotFoundException>(async () => await Store.LoadAsync<Tally>("one", asOf, Cancellation));
            Assert.Contains(asOf.ToString(), error.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Three events that raise by 1, 2 and 4; the second one is told late, it had happened before the first.</summary>
    private async ValueTask FillAsync()
    {
        foreach (var (amount, hours) in ((long, int)[])[(1, 0), (2, -2), (4, 1)])
        {
            Clock.Move(TimeSpan.FromHours(3));
            await AppendAsync(Stream, Tally.Raised.Encode(new TallyRaised(amount), new EventStamp(OccurredAt: TestClock.Start.AddHours(hours))));
        }
    }

    private static DateTimeOffset[] Around(DateTimeOffset time) => [time - Microsecond, time, time + Microsecond];

    private static long Total(IEnumerable<RecordedEvent> events) => events.Sum(recorded => 1L << (int)recorded.Version.Value);
}
