using Foldstream;

namespace Tour;

#region every
[Event("value-read")]
public sealed record ValueRead(decimal Value);

[Aggregate("meter")]
[Snapshot(Every = 100)]
public sealed partial class Meter
{
    public decimal Total { get; private set; }

    public void Read(decimal value) => Raise(new ValueRead(value));

    private void Apply(ValueRead e) => Total += e.Value;
}
#endregion

#region policy
[Aggregate("clock")]
[Snapshot(Policy = nameof(Snapshots), InBackground = true)]
public sealed partial class Clock
{
    private static SnapshotPolicy Snapshots => SnapshotPolicy.Every(1_000) | SnapshotPolicy.OlderThan(TimeSpan.FromDays(30));

    public int Ticks { get; private set; }

    public void Tick() => Raise(new ClockTicked());

    private void Apply(ClockTicked e) => Ticks++;
}
#endregion

[Event("clock-ticked")]
public sealed record ClockTicked;

/// <summary>States that are kept beside their events.</summary>
internal static class Snapshots
{
    public static async Task RunAsync()
    {
        await using var store = new InMemoryEventStore();
        await store.ExecuteAsync<Clock>("c1", clock => clock.Tick());
        await store.ExecuteAsync<Meter>("m1", meter => meter.Read(2.5m));

        #region by-hand
        var covered = await store.SnapshotAsync<Meter>("m1");
        Console.WriteLine($"a snapshot of {covered} events");

        await store.DeleteStaleSnapshotsAsync<Meter>();
        await store.FlushSnapshotsAsync();
        #endregion
    }
}
