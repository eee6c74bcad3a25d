namespace Foldstream;

/// <summary>Calls handlers, within their time.</summary>
internal sealed class HandlerCall(SubscriptionContext context, int partition, LoopTokens tokens) : IDisposable
{
    private CancellationTokenSource calls = CancellationTokenSource.CreateLinkedTokenSource(tokens.Cancel);

    /// <summary>Calls a handler whose late result can be ignored.</summary>
    /// <exception cref="HandlerTimeoutException">It took too long and was cancelled; it may still be running.</exception>
    /// <exception cref="HandlerAbandonedException">The partition ended, and the handler did not.</exception>
    public ValueTask RunAsync<T>(Func<T, CancellationToken, ValueTask> call, T argument)
    {
        var pending = call(argument, calls.Token);
        return pending.IsCompletedSuccessfully ? pending : WaitAsync(pending.AsTask(), isAwaited: false);
    }

    /// <summary>Calls a handler whose effects are kept by the store: when it is late, its end is awaited all the same, to know whether they were.</summary>
    /// <exception cref="HandlerTimeoutException">It took too long and was cancelled; nothing of it was kept.</exception>
    /// <exception cref="HandlerAbandonedException">The partition ended, and the handler did not.</exception>
    public ValueTask RunToEndAsync<T>(Func<T, CancellationToken, ValueTask> call, T argument)
    {
        var pending = call(argument, calls.Token);
        return pending.IsCompletedSuccessfully ? pending : WaitAsync(pending.AsTask(), isAwaited: true);
    }

    public void Dispose() => calls.Dispose();

    private async ValueTask WaitAsync(Task handler, bool isAwaited)
    {
        try
        {
            await handler.WaitAsync(context.Options.HandlerTimeout, context.Clock, tokens.Abandoned).ConfigureAwait(false);
        }
        catch (TimeoutException) when (!handler.IsCompleted)
        {
            CancelCalls();
            if (isAwaited && await EndsWellAsync(handler).ConfigureAwait(false))
                return;
            throw new HandlerTimeoutException(context.Name, context.Options.HandlerTimeout);
        }
        catch (OperationCanceledException) when (tokens.Abandoned.IsCancellationRequested && !handler.IsCompleted)
        {
            throw Abandon();
        }
    }

    private async ValueTask<bool> EndsWellAsync(Task handler)
    {
        await Task.WhenAny(handler, Task.Delay(Timeout.InfiniteTimeSpan, tokens.Abandoned)).ConfigureAwait(false);
        return handler.IsCompleted ? handler.IsCompletedSuccessfully : throw Abandon();
    }

    private HandlerAbandonedException Abandon() => new(context.Name, partition, context.Run.ShutdownDeadline);

    private void CancelCalls()
    {
        // Not disposed of: the late handler still holds its token.
        _ = calls.CancelAsync();
        calls = CancellationTokenSource.CreateLinkedTokenSource(tokens.Cancel);
    }
}
