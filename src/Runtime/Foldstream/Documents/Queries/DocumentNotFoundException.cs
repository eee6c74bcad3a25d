namespace Foldstream;

/// <summary>A projection has no document of a key.</summary>
public sealed class DocumentNotFoundException : FoldstreamException
{
    /// <summary>Creates the error.</summary>
    public DocumentNotFoundException(string projection, DocumentKey key)
        : base($"Projection '{projection}' has no document {key.Describe()}: check the key and the tenant, or ask FindAsync, which gives null.")
    {
        Projection = projection;
        Key = key;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }

    /// <summary>The key that was asked for.</summary>
    public DocumentKey Key { get; }
}
