namespace Foldstream;

/// <summary>Waits that a change ends early.</summary>
internal static class Interruptible
{
    /// <summary>Waits for something, until it is over, a change comes, or the wait is cancelled.</summary>
    /// <exception cref="OperationCanceledException">The wait was cancelled.</exception>
    public static async ValueTask WaitAsync(Task change, Func<CancellationToken, Task> wait, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = wait(end.Token);
        await Task.WhenAny(waiting, change).ConfigureAwait(false);
        await end.CancelAsync().ConfigureAwait(false);
        try
        {
            await waiting.ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The change ended it.
        }
    }
}
