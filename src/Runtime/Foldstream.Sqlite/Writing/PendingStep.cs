namespace Foldstream.Sqlite;

/// <summary>A small change without code of the user's, which shares a transaction with others.</summary>
internal abstract class PendingStep : PendingWrite
{
    /// <summary>Whether it stores events, for which others may wait.</summary>
    public abstract bool StoresEvents { get; }

    /// <summary>Makes the change wholly or not at all, and keeps what came of it; a refusal is an outcome too.</summary>
    /// <exception cref="SqliteFault">The transaction as a whole is in question.</exception>
    public abstract void Run(StoreWriter writer);

    /// <summary>Tells the caller what came of it, now that it is committed.</summary>
    public abstract void Tell();
}

/// <inheritdoc/>
internal sealed class PendingStep<T>(Func<StoreWriter, T> change, bool storesEvents = false) : PendingStep
{
    private readonly TaskCompletionSource<T> caller = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;
    private Exception? refusal;

    public Task<T> Outcome => caller.Task;

    public override bool StoresEvents => storesEvents;

    public override void Run(StoreWriter writer)
    {
        // It may run again, when the transaction that it shared has failed.
        refusal = null;
        try
        {
            result = change(writer);
        }
        catch (Exception error) when (error is not SqliteFault)
        {
            refusal = error;
        }
    }

    public override void Tell()
    {
        if (refusal is not null)
            caller.TrySetException(refusal);
        else
            caller.TrySetResult(result!);
    }

    public override void Fail(Exception error) => caller.TrySetException(error);

    protected override void Cancel(CancellationToken cancellationToken) => caller.TrySetCanceled(cancellationToken);
}
