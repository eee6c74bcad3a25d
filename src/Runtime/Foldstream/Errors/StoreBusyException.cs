namespace Foldstream;

/// <summary>Others held a store's lock for longer than this store waits; nothing was stored.</summary>
public sealed class StoreBusyException : StoreUnavailableException
{
    /// <summary>Creates the error: for the authors of stores.</summary>
    /// <param name="store">Which store it is: a file or a server, without secrets.</param>
    /// <param name="waited">How long the store waits at the most.</param>
    /// <param name="message">What happened and what to do, naming the store and the option.</param>
    /// <param name="innerException">The error of the driver.</param>
    public StoreBusyException(string store, TimeSpan waited, string message, Exception? innerException = null)
        : base(store, message, innerException) => Waited = waited;

    /// <summary>How long the store waits at the most.</summary>
    public TimeSpan Waited { get; }
}
