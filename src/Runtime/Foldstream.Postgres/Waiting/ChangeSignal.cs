namespace Foldstream.Postgres;

/// <summary>One thing that many wait for again and again: a change.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource next = New();

    /// <summary>Completes with the next change; take it before looking at what may have changed.</summary>
    public Task Next => Volatile.Read(ref next).Task;

    public void Raise() => Interlocked.Exchange(ref next, New()).TrySetResult();

    public void Fail(Exception error)
    {
        var failed = Interlocked.Exchange(ref next, New());
        failed.TrySetException(error);
        // Nobody may be waiting.
        _ = failed.Task.Exception;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
