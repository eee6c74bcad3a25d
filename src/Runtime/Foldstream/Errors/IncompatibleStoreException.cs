namespace Foldstream;

/// <summary>What was to be opened is not a store that this version can use: it is something else, or was made by a newer version.</summary>
public sealed class IncompatibleStoreException : FoldstreamException
{
    /// <summary>Creates the error: for the authors of stores.</summary>
    /// <param name="store">Which store it is: a file or a server, without secrets.</param>
    /// <param name="message">What was found and what to do, naming the store.</param>
    /// <param name="innerException">The error of the driver.</param>
    public IncompatibleStoreException(string store, string message, Exception? innerException = null)
        : base(message, innerException)
    {
        ArgumentNullException.ThrowIfNull(store);
        Store = store;
    }

    /// <summary>Which store it is: a file or a server.</summary>
    public string Store { get; }
}
