using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foldstream;

/// <summary>Calls a converter of the user's as System.Text.Json does: null is its own matter only where it says so, and it reads and writes one value.</summary>
/// <typeparam name="T">What it converts.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class EventJsonCustom<T>
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    private readonly JsonConverter<T> converter;
    private readonly bool leavesNullAlone;

    /// <summary>Takes the converter; generated code does.</summary>
    public EventJsonCustom(JsonConverter<T> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        this.converter = converter;
        leavesNullAlone = default(T) is null && !converter.HandleNull;
    }

    /// <summary>Reads a value.</summary>
    /// <exception cref="JsonException">The converter did not read exactly one value.</exception>
    public T? Read(ref Utf8JsonReader reader)
    {
        if (leavesNullAlone && reader.TokenType == JsonTokenType.Null)
            return default;
        var (token, depth, consumed) = (reader.TokenType, reader.CurrentDepth, reader.BytesConsumed);
        var value = converter.Read(ref reader, typeof(T), Options);
        var isWhole = token switch
        {
            JsonTokenType.StartObject => reader.TokenType == JsonTokenType.EndObject && reader.CurrentDepth == depth,
            JsonTokenType.StartArray => reader.TokenType == JsonTokenType.EndArray && reader.CurrentDepth == depth,
            _ => reader.BytesConsumed == consumed,
        };
        return isWhole ? value : throw new JsonException($"the converter '{converter.GetType().Name}' read too much or too little: it ends on the last token of its value");
    }

    /// <summary>Writes a value.</summary>
    /// <exception cref="JsonException">The converter wrote no value, or did not end what it began.</exception>
    public void Write(Utf8JsonWriter writer, T? value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        if (leavesNullAlone && value is null)
        {
            writer.WriteNullValue();
            return;
        }

        var (depth, written) = (writer.CurrentDepth, writer.BytesCommitted + writer.BytesPending);
        converter.Write(writer, value!, Options);
        if (writer.CurrentDepth != depth || writer.BytesCommitted + writer.BytesPending == written)
            throw new JsonException($"the converter '{converter.GetType().Name}' wrote too much or too little: it writes one whole value");
    }
}
