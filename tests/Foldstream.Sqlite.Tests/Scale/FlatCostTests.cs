using System.Globalization;

namespace Foldstream.Sqlite.Tests;

/// <summary>Work costs as much in a store of 100,000 events, and at length of 1,000,000, as in one of 10,000: counted in steps and pages, as no clock can on a busy machine.</summary>
public sealed class FlatCostTests : SqliteTest
{
    private const double MostGrowth = 1.3;

    // Tenfold events can add a level to each of the trees that an append goes down: the table, its indexes, the streams and theirs.
    private const int Trees = 6;
    private const int StreamsTogether = 100;
    private const int EventsOfCommit = 10;
    private const int EventsOfStream = 100;
    private const int Times = 20;

    private static readonly int[] Sizes = Environment.GetEnvironmentVariable("FOLDSTREAM_LONG") == "1" ? [10_000, 100_000, 1_000_000] : [10_000, 100_000];

    private readonly List<GlobalPosition> commits = [];

    [Fact]
    public async Task Appends_loads_and_pages_of_the_log_cost_the_same_in_a_larger_store()
    {
        await using var store = await OpenAsync();
        var writer = new WorkMeter(store.File.Writing);
        var reader = await store.File.Readers.QueryAsync(events => new WorkMeter(events.Connection), Cancellation);
        var costs = new List<Dictionary<string, double>>();
        foreach (var size in Sizes)
        {
            await FillAsync(store, size);
            costs.Add(new(StringComparer.Ordinal));
            await MeasureAsync("append", writer, time => AppendAsync(store, $"probe-{time % 2}"));
            await MeasureAsync("append to a stream of old", writer, time => AppendAsync(store, Spread(time)));
            await MeasureAsync("load", reader, async time => Assert.True((await ReadAsync(store, Spread(time))).Count >= EventsOfStream));
            await MeasureAsync("page", reader, async time => Assert.Equal(500, (await ReadLogAsync(store, Page(time))).Count));
        }

        foreach (var (larger, smaller) in costs.Skip(1).Zip(costs))
            Assert.All(larger, cost => Assert.True(
                cost.Value <= (smaller[cost.Key] * MostGrowth) + (cost.Key.StartsWith("pages", StringComparison.Ordinal) ? Trees : 0),
                string.Create(CultureInfo.InvariantCulture, $"{cost.Key}: {cost.Value:0.0}, and {smaller[cost.Key]:0.0} in a store of a tenth")));

        async Task MeasureAsync(string what, WorkMeter meter, Func<int, Task> work)
        {
            // The first time, names are read that are known from then on.
            await RepeatAsync(work);
            meter.Read();
            await RepeatAsync(work);
            var (steps, pages) = meter.Read();
            costs[^1].Add($"steps of {what}", steps / (double)Times);
            costs[^1].Add($"pages of {what}", pages / (double)Times);
        }
    }

    [Fact]
    public async Task What_goes_through_all_events_is_seen()
    {
        await using var store = await OpenAsync();
        await FillAsync(store, 1000);
        var meter = new WorkMeter(store.File.Writing);
        var small = Scan();
        await FillAsync(store, 10_000);
        meter.Read();
        var large = Scan();
        Assert.True(large.Steps > 9 * small.Steps && large.Pages > 5 * small.Pages, $"{small} became {large}.");

        (long Steps, long Pages) Scan()
        {
            store.File.Writing.Query("SELECT sum(length(data)) FROM foldstream_events");
            return meter.Read();
        }
    }

    private static async Task RepeatAsync(Func<int, Task> work)
    {
        for (var time = 0; time < Times; time++)
            await work(time);
    }

    /// <summary>One of the streams, evenly spread over the whole store.</summary>
    private string Spread(int time)
    {
        var streams = commits.Count * EventsOfCommit / EventsOfStream * StreamsTogether;
        return $"stream-{time * streams / Times}";
    }

    private LogRange Page(int time) => new() { After = commits[time * (commits.Count - 1) / Times], Limit = 500 };

    /// <summary>Appends until there are so many events: streams of 100, a hundred of which grow at the same time.</summary>
    private async Task FillAsync(SqliteEventStore store, int events)
    {
        var data = Sample.Event(data: $$"""{"text":"{{new string('x', 180)}}"}""");
        while (commits.Count * StreamsTogether * EventsOfCommit < events)
        {
            var first = commits.Count * EventsOfCommit / EventsOfStream * StreamsTogether;
            var results = await store.AppendAsync(
                [.. Enumerable.Range(first, StreamsTogether).Select(stream => new StreamAppend(
                    Sample.Stream($"stream-{stream}"), ExpectedVersion.Any, [.. Enumerable.Repeat(data, EventsOfCommit)]))],
                Cancellation);
            commits.Add(results[^1].LastPosition!.Value);
        }
    }
}
