namespace Foldstream.Benchmarks;

/// <summary>What the workloads of stores are to reach against the floor with the same guarantees.</summary>
internal static class Targets
{
    private const int MoreThanTheEvent = 50;
    private const int ManyEvents = 100;

    /// <summary>One or few callers: as fast as by hand.</summary>
    public static Target Append { get; } = new(Ratio: 0.95, BytesOfFloor: 1.2);

    /// <summary>Many callers, where a commit takes about a millisecond: they share commits.</summary>
    public static Target SharedAppend { get; } = new(Ratio: 2, BytesOfFloor: 1.2);

    public static Target Command { get; } = new(Ratio: 0.9);

    /// <summary>Catching up and rebuilding.</summary>
    public static Target ReadModel { get; } = new(Ratio: 0.8);

    /// <summary>A load allocates its events, and little more; in one of a few events, what the load itself allocates would hide that.</summary>
    public static Target Load(int events) => new(Ratio: 1, Bytes: events < ManyEvents ? null : events * (BytesOfEvent() + MoreThanTheEvent));

    private static long BytesOfEvent()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var order = SampleOrder.Value with { Customer = new string(SampleOrder.Value.Customer.AsSpan()), Currency = new string(SampleOrder.Value.Currency.AsSpan()) };
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        GC.KeepAlive(order);
        return bytes;
    }
}
