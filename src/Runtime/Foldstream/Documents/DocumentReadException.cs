namespace Foldstream;

/// <summary>A stored document is not what its projection writes: it was kept by another version of the class.</summary>
public sealed class DocumentReadException : FoldstreamException
{
    internal DocumentReadException(string projection, DocumentKey key, Exception cause)
        : base($"Document {key.Describe()} of projection '{projection}' cannot be read ({cause.Message.TrimEnd('.')}): the class has changed since it was kept. "
            + "Build its documents anew with RebuildAsync.", cause)
    {
        Projection = projection;
        Key = key;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }

    /// <summary>The key of the document.</summary>
    public DocumentKey Key { get; }
}
