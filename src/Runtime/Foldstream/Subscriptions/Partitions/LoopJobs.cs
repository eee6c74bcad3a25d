namespace Foldstream;

/// <summary>What is to run between two events of a partition.</summary>
internal sealed class LoopJobs
{
    private readonly Lock gate = new();
    private readonly Queue<(Func<Task> Run, Action<Exception> Refuse)> waiting = new();
    private Exception? closed;

    public bool HasAny
    {
        get
        {
            lock (gate)
                return waiting.Count > 0;
        }
    }

    public Task<T> AddAsync<T>(Func<ValueTask<T>> job, CancellationToken cancellationToken)
    {
        var result = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (gate)
        {
            if (closed is not null)
                return Task.FromException<T>(closed);
            waiting.Enqueue((() => RunAsync(job, result, cancellationToken), error => result.TrySetException(error)));
        }

        return result.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask RunAsync()
    {
        while (Take() is { } job)
            await job.Run().ConfigureAwait(false);
    }

    /// <summary>Refuses what did not run, and all that comes.</summary>
    public void Close(string subscription)
    {
        lock (gate)
            closed = new SubscriptionStoppedException(subscription, null);
        while (Take() is { } job)
            job.Refuse(closed);
    }

    private static async Task RunAsync<T>(Func<ValueTask<T>> job, TaskCompletionSource<T> result, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return;
        try
        {
            result.TrySetResult(await job().ConfigureAwait(false));
        }
        catch (Exception error)
        {
            result.TrySetException(error);
        }
    }

    private (Func<Task> Run, Action<Exception> Refuse)? Take()
    {
        lock (gate)
            return waiting.TryDequeue(out var job) ? job : null;
    }
}
