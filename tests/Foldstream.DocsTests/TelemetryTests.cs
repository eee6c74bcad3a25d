using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.RegularExpressions;
using Foldstream.TestKit;
using Tour;

namespace Foldstream.DocsTests;

/// <summary>The page on telemetry names every activity, metric and tag there is, and no other.</summary>
[Collection(nameof(AloneCollection))]
public sealed partial class TelemetryTests
{
    private const string Page = "docs/telemetry.md";

    private static readonly string[] Told = ["foldstream.append", "foldstream.execute", "foldstream.load", "foldstream.snapshot", "foldstream.subscription.batch"];

    [Fact]
    public async Task Metrics_are_those_that_are_documented()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, _) =>
        {
            if (instrument.Meter.Name == StoreTelemetry.Name)
                told.Add($"{instrument.Name} {KindOf(instrument)}");
        };
        listener.Start();
        await RunAsync();
        var documented = Rows("Metrics").Select(row => $"{row.Name} {row.Second.Split(',')[0]}");
        Assert.Equal(documented.Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Activities_and_their_tags_are_those_that_are_documented()
    {
        var told = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == StoreTelemetry.Name,
            Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Collect(told, activity.OperationName, activity.TagObjects.Select(tag => tag.Key)),
        };
        ActivitySource.AddActivityListener(listener);
        await RunAsync();
        Assert.Equal(Told, told.Keys.Order(StringComparer.Ordinal));
        AssertTags("Activities", told);
    }

    [Fact]
    public async Task Tags_of_metrics_are_those_that_are_documented()
    {
        var told = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == StoreTelemetry.Name)
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, _, tags, _) => Collect(told, instrument.Name, Keys(tags)));
        listener.SetMeasurementEventCallback<int>((instrument, _, tags, _) => Collect(told, instrument.Name, Keys(tags)));
        listener.SetMeasurementEventCallback<double>((instrument, _, tags, _) => Collect(told, instrument.Name, Keys(tags)));
        listener.Start();
        await RunAsync(listener.RecordObservableInstruments);
        AssertTags("Metrics", told);
    }

    // A command that succeeds, one that cannot load, an append that is refused; a snapshot that is used, and one that cannot be taken.
    private static async Task RunAsync(Action? observe = null)
    {
        await using var store = new InMemoryEventStore();
        await store.DecideAsync<Wallet, Deposit>("one", new Deposit(1m));
        var unknown = new EventData(new EventType("unknown-to-wallets"), "{}"u8.ToArray());
        await store.AppendAsync(new StreamId("wallet", "two"), ExpectedVersion.Any, [unknown]);
        await Assert.ThrowsAsync<UnknownEventException>(
            async () => await store.DecideAsync<Wallet, Deposit>("two", new Deposit(1m)));
        await Assert.ThrowsAsync<WrongExpectedVersionException>(
            async () => await store.AppendAsync(new StreamId("wallet", "two"), ExpectedVersion.NoStream, [unknown]));
        await store.ExecuteAsync<Hoard<EveryFour>>("three", hoard => hoard.Add(1, 2, 3, 4));
        await store.LoadAsync<Hoard<EveryFour>>("three");
        await store.ExecuteAsync<Hoard<Undecided>>("four", hoard => hoard.Add(1));
        await RunSubscriptionAsync(store, observe);
    }

    private sealed class Undecided : IKeeping
    {
        public static string Category => "undecided";

        public static SnapshotPolicy? Policy { get; } = new NoAnswer();

        private sealed record NoAnswer : SnapshotPolicy
        {
            public override bool IsDue(SnapshotMoment moment) => throw new InvalidOperationException("It does not know.");
        }
    }

    // A subscription that handles a batch, sets an event aside, and meets a store that is away.
    private static async Task RunSubscriptionAsync(InMemoryEventStore store, Action? observe)
    {
        var work = new FaultyWork(store);
        var part = new RunPart { Name = "told", CreateWork = _ => work, Options = new SubscriptionOptions { Failures = new FailurePolicy { Retries = 0 } } };
        await using var running = await store.RunAsync(run => run.Add(part));
        await running.CaughtUpAsync();
        observe?.Invoke();
    }

    private static string KindOf(Instrument instrument) => instrument switch
    {
        Histogram<double> => "histogram",
        { IsObservable: true } => "gauge",
        _ => "counter",
    };

    private static void AssertTags(string section, Dictionary<string, HashSet<string>> told)
    {
        foreach (var row in Rows(section))
            Assert.Equal(row.Tags.Order(StringComparer.Ordinal), told[row.Name].Order(StringComparer.Ordinal));
    }

    private static void Collect(Dictionary<string, HashSet<string>> told, string name, IEnumerable<string> tags)
    {
        if (!told.TryGetValue(name, out var known))
            told.Add(name, known = new HashSet<string>(StringComparer.Ordinal));
        known.UnionWith(tags);
    }

    private static IEnumerable<string> Keys(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var keys = new List<string>();
        foreach (var tag in tags)
            keys.Add(tag.Key);
        return keys;
    }

    /// <summary>The rows of a section's table: the name in the first cell, the second cell, the names in the last.</summary>
    private static List<(string Name, string Second, string[] Tags)> Rows(string section)
    {
        var text = Repository.Read(Page).Split($"### {section}\n")[1].Split("\n### ")[0];
        return
        [
            .. from line in text.Split('\n')
               where line.StartsWith("| `", StringComparison.Ordinal)
               let cells = line.Trim('|').Split('|')
               select (NamePattern().Match(cells[0]).Groups[1].Value, cells[1].Trim(), NamePattern().Matches(cells[^1]).Select(match => match.Groups[1].Value).ToArray()),
        ];
    }

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex NamePattern();
}
