namespace Foldstream.Benchmarks;

/// <summary>Looks again and again at how much memory the process has, until it is disposed of; in megabytes of 10^6 bytes.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    private readonly Timer timer;
    private long heap;
    private long workingSet;

    public MemoryWatch()
    {
        GC.Collect();
        timer = new Timer(_ => Look(), null, TimeSpan.Zero, Interval);
    }

    /// <summary>The largest managed heap, with what was not collected yet.</summary>
    public double PeakHeapMegabytes => Volatile.Read(ref heap) / 1e6;

    /// <summary>The largest part of the process that was in memory.</summary>
    public double PeakWorkingSetMegabytes => Volatile.Read(ref workingSet) / 1e6;

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        Volatile.Write(ref heap, Math.Max(heap, GC.GetTotalMemory(forceFullCollection: false)));
        Volatile.Write(ref workingSet, Math.Max(workingSet, Environment.WorkingSet));
    }
}
