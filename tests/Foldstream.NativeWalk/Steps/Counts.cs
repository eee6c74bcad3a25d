using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Foldstream.NativeWalk;

/// <summary>What the library tells of itself while a step runs.</summary>
internal sealed class Counts : IDisposable
{
    private readonly ConcurrentDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly MeterListener listener = new();

    public Counts()
    {
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == "Foldstream")
                listening.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => counts.AddOrUpdate(instrument.Name, value, (_, before) => before + value));
        listener.Start();
    }

    public long this[string instrument] => counts.GetValueOrDefault(instrument);

    public void Dispose() => listener.Dispose();
}
