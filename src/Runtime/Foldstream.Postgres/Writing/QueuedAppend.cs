namespace Foldstream.Postgres;

/// <summary>An append that waits for a lane, and the caller who waits for its answer.</summary>
internal sealed class QueuedAppend(PendingAppend append, ExpectedVersion expected, CancellationToken cancellationToken)
{
    private readonly TaskCompletionSource<StoredAppend?> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration registration;
    private int taken;

    public PendingAppend Append => append;

    public ExpectedVersion Expected => expected;

    public CancellationToken Cancellation => cancellationToken;

    public Task<StoredAppend?> Answer => answer.Task;

    /// <summary>From now on the caller's cancellation ends the wait, as long as no lane has taken the append.</summary>
    public void Watch() => registration = cancellationToken.Register(() =>
    {
        if (Interlocked.Exchange(ref taken, 1) == 0)
            answer.TrySetCanceled(cancellationToken);
    });

    /// <summary>Whether the lane may send it; false where its caller gave up.</summary>
    public bool Take()
    {
        if (Interlocked.Exchange(ref taken, 1) != 0)
            return false;
        registration.Unregister();
        return true;
    }

    public void Complete(StoredAppend? stored) => answer.TrySetResult(stored);

    public void Fail(Exception error) => answer.TrySetException(error);
}
