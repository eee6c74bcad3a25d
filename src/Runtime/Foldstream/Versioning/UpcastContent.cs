using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Foldstream;

/// <summary>The content of an event before and between the steps of a chain.</summary>
internal static class UpcastContent
{
    public static JsonObject ReadObject(in StoredEvent stored)
    {
        // The parser of nodes does not tell where it failed: this reader does.
        var reader = new Utf8JsonReader(stored.Data);
        try
        {
            reader.Read();
            EventJsonReading.ExpectObject(ref reader);
            while (reader.Read())
            {
            }

            return JsonNode.Parse(stored.Data)!.AsObject();
        }
        catch (Exception exception)
        {
            throw EventReadException.At(stored, ref reader, exception);
        }
    }

    public static ReadOnlySpan<byte> Write(JsonObject content) => Write(content, static (content, writer) => content.WriteTo(writer));

    public static JsonObject ToObject<TEvent>(TEvent @event, EventJsonConverter<TEvent> converter) =>
        JsonNode.Parse(Write((@event, converter), static (pair, writer) => pair.converter.Write(writer, pair.@event)))!.AsObject();

    private static ReadOnlySpan<byte> Write<TContent>(TContent content, Action<TContent, Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            write(content, writer);
        return buffer.WrittenSpan;
    }
}
