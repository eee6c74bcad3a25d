using System.Threading.Tasks.Sources;

namespace Foldstream.Sqlite;

/// <summary>A small change without code of the user's, which shares a transaction with others.</summary>
internal abstract class PendingStep : PendingWrite
{
    /// <summary>Whether it stores events, for which others may wait.</summary>
    public abstract bool StoresEvents { get; }

    /// <summary>Makes the change wholly or not at all, and keeps what came of it; a refusal is an outcome too.</summary>
    /// <exception cref="SqliteFault">The transaction as a whole is in question.</exception>
    public abstract void Run(StoreWriter writer);

    /// <summary>Tells the caller what came of it, now that it is committed; the last that the writer does with it.</summary>
    public abstract void Tell();
}

/// <inheritdoc/>
/// <typeparam name="T">What its caller waits for.</typeparam>
internal abstract class PendingStep<T> : PendingStep, IValueTaskSource<T>
{
    // The caller goes on elsewhere: the writer has others to serve.
    private ManualResetValueTaskSourceCore<T> caller = new() { RunContinuationsAsynchronously = true };
    private T? result;
    private Exception? refusal;

    /// <summary>What came of it; to be awaited once.</summary>
    public ValueTask<T> Outcome => new(this, caller.Version);

    public sealed override void Run(StoreWriter writer)
    {
        // It may run again, when the transaction that it shared has failed.
        refusal = null;
        try
        {
            result = Change(writer);
        }
        catch (Exception error) when (error is not SqliteFault)
        {
            refusal = error;
        }
    }

    public sealed override void Tell()
    {
        if (refusal is not null)
            caller.SetException(refusal);
        else
            caller.SetResult(result!);
    }

    public sealed override void Fail(Exception error) => caller.SetException(error);

    protected abstract T Change(StoreWriter writer);

    protected sealed override void Cancel(CancellationToken cancellationToken) => caller.SetException(new OperationCanceledException(cancellationToken));

    /// <summary>Makes it as good as new, after its caller has taken the outcome.</summary>
    protected void Renew()
    {
        result = default;
        caller.Reset();
        Wait();
    }

    T IValueTaskSource<T>.GetResult(short token) => caller.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<T>.GetStatus(short token) => caller.GetStatus(token);

    void IValueTaskSource<T>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        caller.OnCompleted(continuation, state, token, flags);
}
