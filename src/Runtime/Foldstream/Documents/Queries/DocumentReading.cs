namespace Foldstream;

/// <summary>Makes documents from what a store keeps.</summary>
internal static class DocumentReading
{
    /// <exception cref="DocumentReadException">The content is not that of the projection's documents.</exception>
    public static Document<T> Read<T>(StoredDocument stored)
        where T : class, IProjection<T> =>
        new(stored.Key, DocumentJson<T>.Read(stored.Key, stored.Content.Span), stored.Metadata);
}
