namespace Foldstream;

/// <summary>The stream was ended by a final event and takes no more; nothing was stored.</summary>
public sealed class StreamClosedException : FoldstreamException
{
    /// <summary>Creates the error: for the authors of stores.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="version">The version of its final event.</param>
    public StreamClosedException(StreamId stream, StreamVersion version)
        : base($"Nothing was appended to stream {stream?.Describe()}: its event at version {version} closed it for good. "
            + "Go on in a stream with another id.")
    {
        ArgumentNullException.ThrowIfNull(stream);
        Stream = stream;
        Version = version;
    }

    /// <summary>The stream.</summary>
    public StreamId Stream { get; }

    /// <summary>The version of its final event.</summary>
    public StreamVersion Version { get; }
}
