namespace Foldstream.Postgres;

/// <summary>One thing that many wait for again and again: a change. While nobody waits, it costs nothing.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource? next;

    /// <summary>Completes with the next change; take it before looking at what may have changed.</summary>
    public Task Next
    {
        get
        {
            if (Volatile.Read(ref next) is { } waited)
                return waited.Task;
            var made = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return (Interlocked.CompareExchange(ref next, made, null) ?? made).Task;
        }
    }

    public void Raise() => Interlocked.Exchange(ref next, null)?.TrySetResult();

    public void Fail(Exception error)
    {
        if (Interlocked.Exchange(ref next, null) is not { } failed)
            return;
        failed.TrySetException(error);
        // Nobody may be waiting.
        _ = failed.Task.Exception;
    }
}
