namespace Foldstream;

/// <summary>Tells whether a partition works, waits on purpose, or waits to try again; and when it gave the last sign of life.</summary>
internal sealed class PartitionRest(TimeProvider clock, Action changed)
{
    private long lastSign = clock.GetTimestamp();
    private int resting;
    private int retrying;

    public bool IsRetrying => Volatile.Read(ref retrying) > 0;

    /// <summary>For how long it has given no sign although it should be working.</summary>
    public TimeSpan Silence => Volatile.Read(ref resting) > 0 ? TimeSpan.Zero : clock.GetElapsedTime(Interlocked.Read(ref lastSign));

    public void Sign() => Interlocked.Exchange(ref lastSign, clock.GetTimestamp());

    /// <summary>Begins a wait on purpose, which the result ends.</summary>
    public IDisposable Resting()
    {
        Interlocked.Increment(ref resting);
        return new End(() => Interlocked.Decrement(ref resting), this);
    }

    /// <summary>Begins a wait before another attempt, which the result ends.</summary>
    public IDisposable Retrying()
    {
        Interlocked.Increment(ref resting);
        Interlocked.Increment(ref retrying);
        changed();
        return new End(
            () =>
            {
                Interlocked.Decrement(ref resting);
                Interlocked.Decrement(ref retrying);
                changed();
            },
            this);
    }

    private sealed class End(Action end, PartitionRest rest) : IDisposable
    {
        public void Dispose()
        {
            rest.Sign();
            end();
        }
    }
}
