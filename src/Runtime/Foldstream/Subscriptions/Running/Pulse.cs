namespace Foldstream;

/// <summary>Wakes all who wait for the next change. Whoever waits takes <see cref="Next"/> first, looks whether he has to wait, and then waits.</summary>
internal sealed class Pulse
{
    private TaskCompletionSource? next;

    /// <summary>Completes with the next call of <see cref="Fire"/>.</summary>
    public Task Next
    {
        get
        {
            var known = Volatile.Read(ref next);
            if (known is not null)
                return known.Task;
            var fresh = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref next, fresh, null) ?? fresh).Task;
        }
    }

    /// <summary>Wakes who waits; costs nothing where nobody does.</summary>
    public void Fire()
    {
        // A full barrier first: what has changed is seen by whoever waits from now on.
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref next) is not null)
            Interlocked.Exchange(ref next, null)?.TrySetResult();
    }
}
