namespace Foldstream;

/// <summary>Whether a subscription is paused, and the wake-up of those who wait for something else meanwhile.</summary>
internal sealed class PauseGate
{
    private volatile bool isPaused;

    public bool IsPaused => isPaused;

    public string? Reason { get; private set; }

    /// <summary>Fires when partitions are to look up from their waits.</summary>
    public Pulse Changed { get; } = new();

    public void Close(string? reason)
    {
        Reason = reason;
        isPaused = true;
        Changed.Fire();
    }

    public void Open()
    {
        isPaused = false;
        Reason = null;
        Changed.Fire();
    }
}
