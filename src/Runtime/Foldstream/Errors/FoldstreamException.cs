namespace Foldstream;

/// <summary>The base of every error that Foldstream raises about events, streams and stores.</summary>
/// <remarks>Wrong arguments are <see cref="ArgumentException"/> as everywhere in .NET.</remarks>
public abstract class FoldstreamException : Exception
{
    /// <summary>Creates the error with a message that names the thing and the fix.</summary>
    protected FoldstreamException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
