namespace Foldstream.Sqlite;

/// <summary>An append on its way to the writer; its caller may withdraw it until the writer takes it.</summary>
internal sealed class PendingAppend(IReadOnlyList<StreamAppend> appends)
    : TaskCompletionSource<IReadOnlyList<AppendResult>>(TaskCreationOptions.RunContinuationsAsynchronously)
{
    private const int Waiting = 0;
    private const int Taken = 1;
    private const int Withdrawn = 2;

    private int state;

    public IReadOnlyList<StreamAppend> Appends => appends;

    /// <summary>Takes the append for writing; false where it was withdrawn.</summary>
    public bool TryTake() => Interlocked.CompareExchange(ref state, Taken, Waiting) == Waiting;

    /// <summary>Withdraws the append; without effect once it is taken, so that its outcome is told as it is.</summary>
    public void Withdraw(CancellationToken cancellationToken)
    {
        if (Interlocked.CompareExchange(ref state, Withdrawn, Waiting) == Waiting)
            TrySetCanceled(cancellationToken);
    }
}
