using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foldstream;

/// <summary>The base of generated converters: reads and writes an event directly as UTF-8 JSON, whatever the options say.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public abstract class EventJsonConverter<TEvent> : JsonConverter<TEvent>
{
    /// <summary>Reads an event whose first token the reader stands on.</summary>
    public abstract TEvent Read(ref Utf8JsonReader reader);

    /// <summary>Writes an event.</summary>
    public abstract void Write(Utf8JsonWriter writer, TEvent value);

    /// <inheritdoc/>
    public sealed override TEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, TEvent value, JsonSerializerOptions options) => Write(writer, value);
}
