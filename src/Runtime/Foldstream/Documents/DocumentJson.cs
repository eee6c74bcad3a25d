using System.Text.Json;

namespace Foldstream;

/// <summary>Documents of one projection as bytes.</summary>
internal static class DocumentJson<T>
    where T : class, IProjection<T>
{
    public static DocumentWrite Write(DocumentKey key, T document, DocumentMetadata metadata)
    {
        var content = Write(document);
        return new DocumentWrite(key, content, QueryForm.Of(T.Definition.Fields, key, metadata, content), metadata);
    }

    public static byte[] Write(T document) => DocumentEncoding.Encode(document);

    /// <exception cref="DocumentReadException">The content is not that of the projection's documents.</exception>
    public static DocumentSlot<T> Read(StoredDocument stored) => DocumentSlot<T>.Of(Read(stored.Key, stored.Content.Span), stored.Metadata);

    public static T Read(DocumentKey key, ReadOnlySpan<byte> content)
    {
        try
        {
            var reader = new Utf8JsonReader(content);
            reader.Read();
            return T.Read(ref reader);
        }
        catch (Exception cause) when (cause is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new DocumentReadException(T.Definition.Name, key, cause);
        }
    }
}
