namespace Foldstream;

/// <summary>Counts over the last minute, in whole seconds.</summary>
internal sealed class Throughput(TimeProvider clock)
{
    private const int Seconds = 60;

    private readonly Lock gate = new();
    private readonly long begun = clock.GetTimestamp();
    private readonly long[] counts = new long[Seconds];
    private long current;

    public long OfLastMinute
    {
        get
        {
            lock (gate)
            {
                Turn();
                return counts.Sum();
            }
        }
    }

    /// <summary>The mean over the last minute, or over the time since the start where that is shorter.</summary>
    public double PerSecond
    {
        get
        {
            var elapsed = clock.GetElapsedTime(begun).TotalSeconds;
            return OfLastMinute / Math.Clamp(elapsed, 1, Seconds);
        }
    }

    public void Add(int count)
    {
        lock (gate)
        {
            Turn();
            counts[current % Seconds] += count;
        }
    }

    /// <summary>Empties the seconds that have passed.</summary>
    private void Turn()
    {
        var now = (long)clock.GetElapsedTime(begun).TotalSeconds;
        if (now - current >= Seconds)
            current = now - Seconds;
        while (current < now)
            counts[++current % Seconds] = 0;
    }
}
