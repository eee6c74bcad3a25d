using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Foldstream.TestKit;

/// <summary>Appends, loads and commands are measured under documented names, with their outcome and nothing of their content.</summary>
public abstract class TelemetryContract<TStore, TFixture> : StoreContract<TStore, TFixture>
    where TStore : class, IEventStore
    where TFixture : IStoreFixture<TStore>, new()
{
    // A category of each test's own tells its measurements from those of other tests.
    private readonly string category = $"telemetry-{Guid.NewGuid():N}";

    [Fact]
    public async Task Append_is_followed_and_measured()
    {
        using var heard = new Heard(category);
        await AppendAsync(Sample.Stream(category: category), Sample.Events(3));
        var activity = Assert.Single(heard.Activities);
        Assert.Equal("foldstream.append", activity.OperationName);
        Assert.Equal((3L, 1L, "stored"), (activity.GetTagItem("foldstream.events"), activity.GetTagItem("foldstream.streams"), activity.GetTagItem("foldstream.outcome")));
        Assert.NotNull(activity.GetTagItem("foldstream.store"));
        Assert.Equal(3, heard.Sum("foldstream.append.events"));
        Assert.Equal(["stored"], heard.Outcomes("foldstream.append.duration"));
    }

    [Fact]
    public async Task Outcome_of_each_append_is_told()
    {
        var stream = Sample.Stream(category: category);
        var once = Sample.Numbered(1, Guid.NewGuid());
        using var heard = new Heard(category);
        await AppendAsync(stream, once);
        await AppendAsync(stream, once);
        await RefusedAsync<WrongExpectedVersionException>(stream, ExpectedVersion.NoStream, Sample.Event());
        await RefusedAsync<DuplicateEventException>(stream, ExpectedVersion.Any, Sample.Numbered(2, once.Id));
        await Store.CloseAsync(stream, ExpectedVersion.Any, Sample.Event(), Cancellation);
        await RefusedAsync<StreamClosedException>(stream, ExpectedVersion.Any, Sample.Event());
        Assert.Equal(
            ["stored", "already_stored", "conflict", "duplicate", "stored", "closed"], heard.Outcomes("foldstream.append.duration"));
        Assert.Equal(2, heard.Sum("foldstream.append.events"));
    }

    [Fact]
    public async Task Nothing_of_the_content_is_told()
    {
        var secret = $"secret-{Guid.NewGuid():N}";
        var stream = new StreamId(category, secret, secret);
        using var heard = new Heard(category);
        var metadata = new EventMetadata { Actor = secret };
        await AppendAsync(stream, Sample.Event("happened", $$"""{"text":"{{secret}}"}""", new EventStamp(Metadata: metadata)));
        await RefusedAsync<WrongExpectedVersionException>(stream, ExpectedVersion.NoStream, Sample.Event());
        Assert.NotEmpty(heard.Activities);
        Assert.DoesNotContain(secret, heard.Everything(), StringComparison.Ordinal);
    }

    /// <summary>Listens to what is told of one category.</summary>
    protected sealed class Heard : IDisposable
    {
        private readonly string category;
        private readonly ConcurrentQueue<Activity> activities = [];
        private readonly ConcurrentQueue<(string Name, double Value, string? Outcome)> measurements = [];
        private readonly ActivityListener followed = new() { ShouldListenTo = source => source.Name == StoreTelemetry.Name };
        private readonly MeterListener measured = new();

        public Heard(string category)
        {
            this.category = category;
            followed.Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded;
            followed.ActivityStopped = Keep;
            ActivitySource.AddActivityListener(followed);
            measured.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == StoreTelemetry.Name)
                    listener.EnableMeasurementEvents(instrument);
            };
            measured.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
            measured.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
            measured.Start();
        }

        public IReadOnlyList<Activity> Activities => [.. activities];

        public double Sum(string instrument) => measurements.Where(item => item.Name == instrument).Sum(item => item.Value);

        public IEnumerable<string?> Outcomes(string instrument) =>
            measurements.Where(item => item.Name == instrument).Select(item => item.Outcome);

        public string Everything() => string.Join('\n', activities.Select(activity =>
            $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events)} {string.Join(' ', activity.Baggage)}"));

        public void Dispose()
        {
            followed.Dispose();
            measured.Dispose();
        }

        private void Keep(Activity activity)
        {
            if (Equals(activity.GetTagItem("foldstream.category"), category))
                activities.Enqueue(activity);
        }

        private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string? outcome = null;
            var isOurs = false;
            foreach (var (name, tag) in tags)
            {
                isOurs |= name == "foldstream.category" && Equals(tag, category);
                if (name == "foldstream.outcome")
                    outcome = tag as string;
            }

            if (isOurs)
                measurements.Enqueue((instrument.Name, value, outcome));
        }
    }
}
