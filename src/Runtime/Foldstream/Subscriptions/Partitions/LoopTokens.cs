namespace Foldstream;

/// <summary>The three steps in which a partition ends: no new work begins, what is in hand is cancelled, what does not listen is abandoned.</summary>
internal sealed class LoopTokens : IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource cancel = new();
    private readonly CancellationTokenSource abandon = new();

    public CancellationToken Stopping => stop.Token;

    public CancellationToken Cancel => cancel.Token;

    public CancellationToken Abandoned => abandon.Token;

    // A handler's callbacks on its token may take their time: nobody waits for them.
    public void StopNow() => _ = stop.CancelAsync();

    public void CancelNow() => _ = cancel.CancelAsync();

    public void AbandonNow() => _ = abandon.CancelAsync();

    /// <summary>Waits for nothing any more.</summary>
    public void GiveUpNow()
    {
        StopNow();
        CancelNow();
        AbandonNow();
    }

    public void Dispose()
    {
        stop.Dispose();
        cancel.Dispose();
        abandon.Dispose();
    }
}
