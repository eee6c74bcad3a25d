using System.Buffers;
using System.Text.Json;

namespace Foldstream;

/// <summary>The state of a live projection as bytes: every document with what is known beside it.</summary>
internal static class LiveState<T>
    where T : class, IProjection<T>
{
    public static byte[] Write(LiveProjection<T> live)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            if (live.Position is { } position)
                writer.WriteString("position", position.ToString());
            writer.WriteNumber("events", live.Events);
            writer.WriteStartArray("documents");
            foreach (var document in live.All)
                Write(writer, document);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Gives back what <see cref="Write(LiveProjection{T})"/> took; throws whatever fails where it is something else.</summary>
    public static (GlobalPosition? Position, long Events, DocumentFold<T> Fold) Read(ReadOnlyMemory<byte> state)
    {
        using var json = JsonDocument.Parse(state);
        var fold = new DocumentFold<T>();
        foreach (var item in json.RootElement.GetProperty("documents").EnumerateArray())
        {
            var key = new DocumentKey(item.GetProperty("id").GetString()!, item.GetProperty("tenant").GetString()!);
            fold.Put(key, DocumentSlot<T>.Of(DocumentJson<T>.Read(key, item.GetProperty("content").GetBytesFromBase64()), MetadataOf(item)));
        }

        GlobalPosition? position = json.RootElement.TryGetProperty("position", out var text) ? GlobalPosition.Parse(text.GetString()!) : null;
        return (position, json.RootElement.GetProperty("events").GetInt64(), fold);
    }

    private static void Write(Utf8JsonWriter writer, LiveDocument<T> document)
    {
        var metadata = document.Metadata;
        writer.WriteStartObject();
        writer.WriteString("id", document.Key.Id);
        writer.WriteString("tenant", document.Key.Tenant);
        writer.WriteString("createdAt", metadata.CreatedAt);
        writer.WriteString("updatedAt", metadata.UpdatedAt);
        writer.WriteNumber("version", metadata.Version);
        writer.WriteString("position", metadata.LastPosition.ToString());
        if (metadata.Source is { } source)
        {
            writer.WriteString("source", source.ToString());
            writer.WriteString("sourceTenant", source.Tenant);
        }

        // As they are: a state may hold what JSON elsewhere would write in another way.
        writer.WriteBase64String("content", DocumentJson<T>.Write(document.Document));
        writer.WriteEndObject();
    }

    private static DocumentMetadata MetadataOf(JsonElement item) => new(
        item.GetProperty("createdAt").GetDateTimeOffset(),
        item.GetProperty("updatedAt").GetDateTimeOffset(),
        item.GetProperty("version").GetInt64(),
        GlobalPosition.Parse(item.GetProperty("position").GetString()!),
        item.TryGetProperty("source", out var source) ? StreamId.Parse(source.GetString()!, item.GetProperty("sourceTenant").GetString()!) : null);
}
