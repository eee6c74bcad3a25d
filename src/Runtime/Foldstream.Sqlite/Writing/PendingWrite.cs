namespace Foldstream.Sqlite;

/// <summary>Something on its way to the writer; its caller may withdraw it until the writer takes it.</summary>
internal abstract class PendingWrite
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private int state;

    /// <summary>Takes it for writing; false where it was withdrawn.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    /// <summary>Withdraws it; without effect once it is taken, so that its outcome is told as it is.</summary>
    public void Withdraw(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref state, Withdrawn, Waiting) == Waiting)
            Cancel(cancellationToken);
    }

    /// <summary>Tells its caller that nothing came of it.</summary>
    public abstract void Fail(Exception error);

    protected abstract void Cancel(CancellationToken cancellationToken);

    /// <summary>Lets it wait once more.</summary>
    protected void Wait() => Volatile.Write(ref state, Waiting);
}
