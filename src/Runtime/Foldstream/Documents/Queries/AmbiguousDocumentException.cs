namespace Foldstream;

/// <summary>One document was asked for, and several match.</summary>
public sealed class AmbiguousDocumentException : FoldstreamException
{
    /// <summary>Creates the error.</summary>
    /// <param name="projection">The name of the projection.</param>
    /// <param name="keys">The first keys that match.</param>
    public AmbiguousDocumentException(string projection, IReadOnlyList<DocumentKey> keys)
        : base($"Several documents of projection '{projection}' match, such as {string.Join(" and ", keys.Select(key => key.Describe()))}: narrow the filter, or ask FindAsync for a page.")
    {
        Projection = projection;
        Keys = keys;
    }

    /// <summary>The name of the projection.</summary>
    public string Projection { get; }

    /// <summary>The first keys that match; there may be more.</summary>
    public IReadOnlyList<DocumentKey> Keys { get; }
}
