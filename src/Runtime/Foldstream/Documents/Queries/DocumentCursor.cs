using System.Buffers;
using System.Buffers.Text;
using System.Text.Json;

namespace Foldstream;

/// <summary>A place in the order of a projection's documents: opaque, kept as text by <see cref="ToString"/> and <see cref="Parse"/>.</summary>
/// <remarks>It holds the sort keys and the id of a document, and the sort that it belongs to; it is safe in a URL, and not encrypted.</remarks>
public sealed class DocumentCursor : IEquatable<DocumentCursor>
{
    internal DocumentCursor(string order, IReadOnlyList<string?> keys, DocumentKey key)
    {
        Order = order;
        Keys = keys;
        Key = key;
    }

    /// <summary>The projection and sort.</summary>
    internal string Order { get; }

    /// <summary>The document's keys for the sort.</summary>
    internal IReadOnlyList<string?> Keys { get; }

    internal DocumentKey Key { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a cursor.</exception>
    public static DocumentCursor Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(text));
            // Order, id, tenant, then the keys.
            string?[] parts = [.. json.RootElement.EnumerateArray().Select(part => part.GetString())];
            return parts is [{ } order, { } id, { } tenant, .. var keys]
                ? new DocumentCursor(order, keys, new DocumentKey(id, tenant))
                : throw new FormatException("A part is missing.");
        }
        catch (Exception exception) when (exception is FormatException or JsonException or InvalidOperationException)
        {
            throw new FormatException($"'{text}' is not a cursor: take the text of DocumentPage.Next or DocumentPage.Previous as it is.", exception);
        }
    }

    /// <summary>Equal when the texts are.</summary>
    public bool Equals(DocumentCursor? other) =>
        other is not null && Order == other.Order && Key == other.Key && Keys.SequenceEqual(other.Keys, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DocumentCursor);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Order, Key);

    /// <summary>The text form: letters, digits, <c>-</c> and <c>_</c>.</summary>
    public override string ToString()
    {
        var target = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(target))
        {
            writer.WriteStartArray();
            foreach (var part in (IEnumerable<string?>)[Order, Key.Id, Key.Tenant, .. Keys])
                writer.WriteStringValue(part);
            writer.WriteEndArray();
        }

        return Base64Url.EncodeToString(target.WrittenSpan);
    }
}
