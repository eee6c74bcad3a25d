namespace Foldstream;

/// <summary>A store could not do its work for a reason that lies outside of the events: its disk, its rights, its connection.</summary>
/// <remarks>
/// An append that ends so may have been stored all the same when the fault struck after the write: give events ids of
/// your own and repeat the append, which stores nothing twice.
/// </remarks>
public class StoreUnavailableException : FoldstreamException
{
    /// <summary>Creates the error: for the authors of stores.</summary>
    /// <param name="store">Which store it is: a file or a server, without secrets.</param>
    /// <param name="message">What happened and what to do, naming the store.</param>
    /// <param name="innerException">The error of the driver.</param>
    public StoreUnavailableException(string store, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentNullException.ThrowIfNull(store);
        Store = store;
    }

    /// <summary>Which store it is: a file or a server.</summary>
    public string Store { get; }
}
