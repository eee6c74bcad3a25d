using System.Diagnostics.Metrics;

namespace Foldstream.Tests;

[Collection(nameof(TelemetryCollection))]
public sealed class ProjectionTelemetryTests : IAsyncDisposable
{
    private readonly InMemoryEventStore store = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => store.DisposeAsync();

    [Fact]
    public async Task Documents_rebuilds_stale_starts_and_kept_states_are_counted()
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == StoreTelemetry.Name && instrument.Name.StartsWith("foldstream.projection.", StringComparison.Ordinal))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, number, tags, _) => Tell(instrument, tags));
        listener.SetMeasurementEventCallback<double>((instrument, number, tags, _) => Tell(instrument, tags));
        listener.Start();
        await PayAsync(new Payment(1, "food").Event());
        await RunAsync<PayerBalance<BehindAppends>>(OnStale.Refuse);
        await PayAsync(Payment.Close());
        await RunAsync<PayerBalance<BehindAppends>>(OnStale.Refuse);
        await PayAsync(new Payment(1, "food").Event());
        await Assert.ThrowsAsync<StaleProjectionException>(() => RunAsync<PayerBalance<BehindDoubled>>(OnStale.Refuse));
        await RunAsync<PayerBalance<BehindDoubled>>(OnStale.Warn);
        await RunAsync<PayerBalance<BehindDoubled>>(OnStale.Rebuild);
        for (var fold = 0; fold < 2; fold++)
            await store.ProjectAsync<PayerBalance<BehindDoubled>>(Payment.By("ann"), options: new LiveOptions { SnapshotEvery = 1 }, cancellationToken: Cancellation);
        string[] expected =
        [
            "foldstream.projection.documents deleted",
            "foldstream.projection.documents written",
            "foldstream.projection.rebuild.duration rebuilt",
            "foldstream.projection.rebuild.events ",
            "foldstream.projection.snapshots kept",
            "foldstream.projection.snapshots missing",
            "foldstream.projection.snapshots used",
            "foldstream.projection.stale rebuilt",
            "foldstream.projection.stale refused",
            "foldstream.projection.stale warned",
        ];
        Assert.Equal(expected, told.Order(StringComparer.Ordinal));

        void Tell(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var values = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value?.ToString(), StringComparer.Ordinal);
            // Other tests run projections, too.
            if (values["foldstream.projection"] != "balances-behind")
                return;
            lock (told)
                told.Add($"{instrument.Name} {values.GetValueOrDefault("foldstream.outcome")}");
        }
    }

    private async Task RunAsync<T>(OnStale onStale)
        where T : class, IProjection<T>
    {
        await using var running = await store.RunAsync(run => run.Project<T>(Lifecycle.Async, new ProjectionOptions { OnStale = onStale }), Cancellation);
        await running.CaughtUpAsync(cancellationToken: Cancellation);
    }

    private async Task PayAsync(EventData payment) => await store.AppendAsync(Payment.By("ann"), ExpectedVersion.Any, [payment], Cancellation);
}
