using System.Text.Json;
using System.Text.Json.Nodes;

namespace Foldstream;

/// <summary>Reads the content of stored events, and tells the place where that fails.</summary>
internal static class StoredContent
{
    public static TEvent Read<TEvent>(in StoredEvent stored, EventJsonConverter<TEvent> converter)
    {
        var reader = new Utf8JsonReader(stored.Data);
        try
        {
            return ReadWhole(ref reader, converter);
        }
        catch (Exception exception)
        {
            throw EventReadException.At(stored, ref reader, exception);
        }
    }

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

    public static TEvent ReadWhole<TEvent>(ref Utf8JsonReader reader, EventJsonConverter<TEvent> converter)
    {
        reader.Read();
        var result = converter.Read(ref reader);
        reader.Read(); // Refuses anything that follows the object.
        return result;
    }
}
