using Microsoft.Data.Sqlite;

namespace Foldstream.Sqlite;

/// <summary>Work of the user's, which has a transaction of its own: the writer lends it its connection and waits until it is given back.</summary>
internal sealed class PendingWork : PendingWrite
{
    private readonly TaskCompletionSource<SqliteTransaction> turn = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isOver;

    /// <summary>Whether events were stored, for which others may wait.</summary>
    public bool HasStoredEvents { get; set; }

    /// <summary>Completes when the transaction is the caller's.</summary>
    public Task<SqliteTransaction> Turn => turn.Task;

    /// <summary>Completes when the transaction is committed or rolled back.</summary>
    public Task Outcome => outcome.Task;

    /// <summary>Whether the transaction is the caller's no longer.</summary>
    public bool IsOver => isOver;

    /// <summary>Lends the connection, and waits until it is given back; whether what was done is to be kept.</summary>
    public bool Lend(SqliteTransaction transaction)
    {
        turn.TrySetResult(transaction);
        return ended.Task.GetAwaiter().GetResult();
    }

    /// <summary>Gives the connection back.</summary>
    public void End(bool keep)
    {
        isOver = true;
        ended.TrySetResult(keep);
    }

    public void Tell() => outcome.TrySetResult();

    public override void Fail(Exception error)
    {
        turn.TrySetException(error);
        outcome.TrySetException(error);
    }

    protected override void Cancel(CancellationToken cancellationToken) => turn.TrySetCanceled(cancellationToken);
}
