using System.Buffers;
using System.Text.Json;

namespace Foldstream;

/// <summary>The form in which stores filter and sort documents: the document's public members, every value replaced by its <see cref="SortableKey"/>.</summary>
/// <remarks>
/// It is a JSON object with the document's objects, lists and maps, and with keys, which are texts, and nulls in place of all values.
/// Its members <c>$id</c>, <c>$createdAt</c>, <c>$updatedAt</c> and <c>$version</c> are those of <see cref="DocumentFields"/>.
/// Keys of maps are escaped as texts are.
/// </remarks>
public static class QueryForm
{
    /// <summary>Writes the query form of a document.</summary>
    /// <param name="schema">What the document is made of: members that it does not name are left out.</param>
    /// <param name="key">The document's key.</param>
    /// <param name="metadata">What is known of it.</param>
    /// <param name="document">The document as UTF-8 JSON.</param>
    /// <param name="target">Takes the query form.</param>
    /// <exception cref="JsonException">The document is not what the schema says; the message names the member.</exception>
    public static void Write(FieldSchema schema, DocumentKey key, DocumentMetadata metadata, ReadOnlySpan<byte> document, IBufferWriter<byte> target)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(metadata);
        ArgumentNullException.ThrowIfNull(target);
        QueryFormWriter.Write(schema, key, metadata, document, target);
    }

    /// <summary>The query form of a document, in memory of its own.</summary>
    /// <exception cref="JsonException">The document is not what the schema says; the message names the member.</exception>
    public static byte[] Of(FieldSchema schema, DocumentKey key, DocumentMetadata metadata, ReadOnlySpan<byte> document)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(metadata);
        return QueryFormWriter.Write(schema, key, metadata, document);
    }
}
