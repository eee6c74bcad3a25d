using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Foldstream;

/// <summary>Activities and metrics of subscriptions, under the name of <see cref="StoreTelemetry"/>.</summary>
internal static class SubscriptionTelemetry
{
    private const string Subscription = "foldstream.subscription";

    private static readonly Counter<long> Events =
        StoreTelemetry.Measures.CreateCounter<long>("foldstream.subscription.events", "{event}", "How many events were handled.");
    private static readonly Histogram<double> BatchDuration =
        StoreTelemetry.Measures.CreateHistogram<double>("foldstream.subscription.batch.duration", "s", "How long it took to handle a batch or a transaction.");
    private static readonly Counter<long> Failures =
        StoreTelemetry.Measures.CreateCounter<long>("foldstream.subscription.failures", "{attempt}", "How many attempts at events failed.");
    private static readonly Counter<long> DeadLetters =
        StoreTelemetry.Measures.CreateCounter<long>("foldstream.subscription.dead_letters", "{event}", "How many events were set aside as dead letters.");
    private static readonly Counter<long> StoreFaults =
        StoreTelemetry.Measures.CreateCounter<long>("foldstream.subscription.store_faults", "{fault}", "How often the store could not be reached.");

    static SubscriptionTelemetry()
    {
        StoreTelemetry.Measures.CreateObservableGauge("foldstream.subscription.lag", ObserveLag, "{event}", "How many positions of the store are still to be passed, by what was read last.");
        StoreTelemetry.Measures.CreateObservableGauge("foldstream.subscription.delay", ObserveDelay, "s", "How long ago the event was stored that is being handled; 0 where nothing is open.");
        StoreTelemetry.Measures.CreateObservableGauge("foldstream.subscription.state", ObserveState, "{subscription}", "1 for the state that a subscription is in.");
        StoreTelemetry.Measures.CreateObservableGauge("foldstream.subscription.partitions", ObservePartitions, "{partition}", "How many partitions run in this process.");
    }

    public static void Handled(string subscription, int events) => Events.Add(events, new KeyValuePair<string, object?>(Subscription, subscription));

    public static void Failed(string subscription, Exception error)
    {
        if (Failures.Enabled)
            Failures.Add(1, new(Subscription, subscription), new("error.type", error.GetType().FullName));
    }

    public static void StoreFailed(string subscription, Exception error)
    {
        if (StoreFaults.Enabled)
            StoreFaults.Add(1, new(Subscription, subscription), new("error.type", error.GetType().FullName));
    }

    public static void SetAside(string subscription) => DeadLetters.Add(1, new KeyValuePair<string, object?>(Subscription, subscription));

    /// <summary>Handles a batch, measured where somebody listens.</summary>
    public static ValueTask BatchAsync<TWork>(string subscription, int events, TWork work, Func<TWork, ValueTask> handle) =>
        StoreTelemetry.Activities.HasListeners() || BatchDuration.Enabled
            ? MeasureBatchAsync(subscription, events, work, handle)
            : handle(work);

    private static async ValueTask MeasureBatchAsync<TWork>(string subscription, int events, TWork work, Func<TWork, ValueTask> handle)
    {
        using var activity = StoreTelemetry.Activities.StartActivity("foldstream.subscription.batch");
        activity?.SetTag(Subscription, subscription);
        activity?.SetTag("foldstream.events", (long)events);
        var begun = Stopwatch.GetTimestamp();
        var outcome = "error";
        try
        {
            await handle(work).ConfigureAwait(false);
            outcome = "handled";
        }
        catch (Exception error)
        {
            outcome = error is OperationCanceledException ? "cancelled" : "error";
            activity?.SetTag("error.type", error.GetType().FullName);
            if (outcome == "error")
                activity?.SetStatus(ActivityStatusCode.Error);
            throw;
        }
        finally
        {
            activity?.SetTag("foldstream.outcome", outcome);
            BatchDuration.Record(Stopwatch.GetElapsedTime(begun).TotalSeconds, new(Subscription, subscription), new("foldstream.outcome", outcome));
        }
    }

    private static IEnumerable<Measurement<long>> ObserveLag() =>
        from running in RunningRegistry.All
        let lags = from loop in running.Loops where loop.Head is not null select LagReading.Estimate(loop.Head!.Value, loop.Cursor.Position)
        select Measure(lags.DefaultIfEmpty(0).Max(), running);

    private static IEnumerable<Measurement<double>> ObserveDelay() =>
        from running in RunningRegistry.All
        let now = running.Context.Clock.GetUtcNow()
        let delays = from loop in running.Loops where loop.Oldest is not null select Math.Max((now - loop.Oldest!.Value).TotalSeconds, 0)
        select Measure(delays.DefaultIfEmpty(0).Max(), running);

    private static IEnumerable<Measurement<int>> ObserveState() =>
        from running in RunningRegistry.All
        select new Measurement<int>(1, new(Subscription, running.Name), new("foldstream.state", NameOf(running.State)));

    private static IEnumerable<Measurement<int>> ObservePartitions() =>
        from running in RunningRegistry.All
        select Measure(running.Loops.Count, running);

    private static Measurement<T> Measure<T>(T value, RunningSubscription running)
        where T : struct => new(value, new KeyValuePair<string, object?>(Subscription, running.Name));

    private static string NameOf(SubscriptionState state) => state switch
    {
        SubscriptionState.Starting => "starting",
        SubscriptionState.CatchingUp => "catching_up",
        SubscriptionState.Live => "live",
        SubscriptionState.Retrying => "retrying",
        SubscriptionState.Paused => "paused",
        SubscriptionState.Stopping => "stopping",
        SubscriptionState.Stopped => "stopped",
        _ => "faulted",
    };
}
