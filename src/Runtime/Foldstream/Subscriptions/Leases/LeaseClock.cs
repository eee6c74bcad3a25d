namespace Foldstream;

/// <summary>When a node beats next, and when its leases can no longer be trusted.</summary>
internal sealed class LeaseClock(TimeSpan duration, TimeProvider clock)
{
    // What is left of a lease when its partitions are ended: time for their handlers to hear of it.
    private static readonly double Trusted = 0.8;

    private long renewedAt = clock.GetTimestamp();
    private TimeSpan interval = duration / 3;

    public TimeSpan UntilNextBeat => interval;

    public TimeSpan AfterLoss => duration / 12;

    public TimeSpan UntilTooLate
    {
        get
        {
            var left = (duration * Trusted) - clock.GetElapsedTime(renewedAt);
            // Without leases to lose there is no hurry.
            return left > TimeSpan.Zero ? left : duration;
        }
    }

    public bool IsOver => clock.GetElapsedTime(renewedAt) >= duration * Trusted;

    /// <summary>A sign was given: counted from when it was sent, as the store may have heard it at once.</summary>
    public void Renewed(long sentAt, bool isShort)
    {
        renewedAt = sentAt;
        interval = isShort ? duration / 12 : duration / 3;
    }

    /// <summary>A sign was not heard: the next one comes sooner.</summary>
    public void Failed() => interval = duration / 12;
}
