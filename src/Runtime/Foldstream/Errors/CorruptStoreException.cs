namespace Foldstream;

/// <summary>The medium of a store is damaged: what it holds can no longer be trusted as a whole.</summary>
public sealed class CorruptStoreException : FoldstreamException
{
    /// <summary>Creates the error: for the authors of stores.</summary>
    /// <param name="store">Which store it is: a file or a server, without secrets.</param>
    /// <param name="message">What was found and what to do, naming the store.</param>
    /// <param name="innerException">The error of the driver.</param>
    public CorruptStoreException(string store, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentNullException.ThrowIfNull(store);
        Store = store;
    }

    /// <summary>Which store it is: a file or a server.</summary>
    public string Store { get; }
}
