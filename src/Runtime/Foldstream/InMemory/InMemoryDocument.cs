using System.Text.Json;

namespace Foldstream;

/// <summary>A document of an in-memory store: the bytes, and the query form taken apart once.</summary>
internal sealed record InMemoryDocument(StoredDocument Stored, JsonElement QueryForm)
{
    public static InMemoryDocument Of(DocumentWrite write) => new(
        // Copies: the caller may use his buffers again.
        new StoredDocument(write.Key, write.Content.ToArray(), write.Metadata),
        JsonDocument.Parse(write.QueryForm.ToArray()).RootElement);
}
