using System.Buffers;
using System.Text.Json;

namespace Foldstream;

/// <summary>The stored form of <see cref="EventMetadata"/>: for the authors of stores.</summary>
/// <remarks>
/// A JSON object with the members <c>correlationId</c>, <c>causationId</c>, <c>actor</c> and <c>headers</c>, each only where it is
/// set; no metadata is no bytes at all.
/// </remarks>
public static class EventMetadataJson
{
    /// <summary>Encodes metadata; empty for none.</summary>
    public static byte[] Write(EventMetadata metadata)
    {
        ArgumentNullException.ThrowIfNull(metadata);
        if (metadata.IsNone)
            return [];
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            WriteWhereSet(writer, "correlationId"u8, metadata.CorrelationId);
            WriteWhereSet(writer, "causationId"u8, metadata.CausationId);
            WriteWhereSet(writer, "actor"u8, metadata.Actor);
            WriteHeaders(writer, metadata.Headers);
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Decodes metadata; no bytes are none.</summary>
    /// <exception cref="JsonException">The bytes are not what <see cref="Write"/> gives.</exception>
    public static EventMetadata Read(ReadOnlySpan<byte> json)
    {
        if (json.IsEmpty)
            return EventMetadata.None;
        var reader = new Utf8JsonReader(json);
        using var document = JsonDocument.ParseValue(ref reader);
        reader.Read(); // Refuses anything that follows the object.
        try
        {
            return Read(document.RootElement);
        }
        catch (Exception exception) when (exception is InvalidOperationException or ArgumentException)
        {
            throw new JsonException($"The stored metadata of an event is not what was written: {exception.Message}", exception);
        }
    }

    private static EventMetadata Read(JsonElement root) => new()
    {
        CorrelationId = TextOrNull(root, "correlationId"u8),
        CausationId = TextOrNull(root, "causationId"u8),
        Actor = TextOrNull(root, "actor"u8),
        Headers = root.TryGetProperty("headers"u8, out var headers)
            ? headers.EnumerateObject().ToDictionary(header => header.Name, header => header.Value.GetString()!, StringComparer.Ordinal)
            : EventMetadata.None.Headers,
    };

    private static void WriteWhereSet(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
            writer.WriteString(name, value);
    }

    private static void WriteHeaders(Utf8JsonWriter writer, IReadOnlyDictionary<string, string> headers)
    {
        if (headers.Count == 0)
            return;
        writer.WriteStartObject("headers"u8);
        foreach (var (name, value) in headers)
            writer.WriteString(name, value);
        writer.WriteEndObject();
    }

    private static string? TextOrNull(JsonElement root, ReadOnlySpan<byte> name) =>
        root.TryGetProperty(name, out var value) ? value.GetString() : null;
}
