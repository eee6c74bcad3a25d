using System.Text.Json;

namespace Foldstream;

/// <summary>Makes documents from what a store keeps.</summary>
internal static class DocumentReading
{
    public static Document<T> Read<T>(StoredDocument stored)
        where T : class, IProjection<T>
    {
        try
        {
            var reader = new Utf8JsonReader(stored.Content.Span);
            reader.Read();
            return new Document<T>(stored.Key, T.Read(ref reader), stored.Metadata);
        }
        catch (Exception exception) when (exception is JsonException or FormatException or InvalidOperationException or OverflowException)
        {
            throw new DocumentReadException(T.Definition.Name, stored.Key, exception);
        }
    }
}
