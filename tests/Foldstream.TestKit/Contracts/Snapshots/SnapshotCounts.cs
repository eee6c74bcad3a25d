using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Foldstream.TestKit;

/// <summary>Counts what is told of snapshots in the flow of one test, and behind it for a category.</summary>
public sealed class SnapshotCounts : IDisposable
{
    private static readonly AsyncLocal<SnapshotCounts?> OfThisFlow = new();

    private readonly ConcurrentQueue<string> told = [];
    private readonly MeterListener listener = new();
    private readonly string? category;

    /// <param name="categoryBehind">A category that no other test uses: what is told of it behind any flow counts too.</param>
    public SnapshotCounts(string? categoryBehind = null)
    {
        category = categoryBehind;
        OfThisFlow.Value = this;
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == StoreTelemetry.Name && instrument.Name.StartsWith("foldstream.snapshot.", StringComparison.Ordinal))
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(Keep);
        listener.Start();
    }

    /// <summary>What was told since the last look: <c>hit</c>, <c>miss stale</c>, <c>write stored</c>.</summary>
    public string[] Take()
    {
        var taken = told.ToArray();
        told.Clear();
        return taken;
    }

    public void Dispose()
    {
        OfThisFlow.Value = null;
        listener.Dispose();
    }

    private void Keep(Instrument instrument, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var (what, of) = (instrument.Name["foldstream.snapshot.".Length..], "");
        foreach (var (name, tag) in tags)
        {
            if (name == "foldstream.category")
                of = (string)tag!;
            else
                what += $" {tag}";
        }

        if (OfThisFlow.Value == this || (OfThisFlow.Value is null && of == category))
            told.Enqueue(what);
    }
}
