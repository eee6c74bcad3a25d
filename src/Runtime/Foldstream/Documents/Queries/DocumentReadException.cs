namespace Foldstream;

/// <summary>A stored document cannot be read as its projection.</summary>
public sealed class DocumentReadException : FoldstreamException
{
    /// <summary>Creates the error.</summary>
    public DocumentReadException(string projection, DocumentKey key, Exception innerException)
        : base($"Document {key.Describe()} of projection '{projection}' cannot be read: {innerException?.Message} If the projection's members changed, rebuild it.", innerException)
    {
        Projection = projection;
        Key = key;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }

    /// <summary>The key of the document.</summary>
    public DocumentKey Key { get; }
}
