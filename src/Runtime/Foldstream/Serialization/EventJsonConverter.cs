using System.Text.Json;
using System.Text.Json.Serialization;

namespace Foldstream;

/// <summary>The base of generated converters: reads and writes an event directly as UTF-8 JSON, whatever the options say.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public abstract class EventJsonConverter<TEvent> : JsonConverter<TEvent>
{
    /// <summary>The steps by which events of older versions come to this one. The default is none.</summary>
    protected internal virtual IReadOnlyList<Upcaster> Upcasters => [];

    /// <summary>The older shapes of the event. The default is none.</summary>
    protected internal virtual IReadOnlyList<Type> OlderTypes => [];

    /// <summary>Reads an event whose first token the reader stands on.</summary>
    public abstract TEvent Read(ref Utf8JsonReader reader);

    /// <summary>Writes an event.</summary>
    public abstract void Write(Utf8JsonWriter writer, TEvent value);

    /// <summary>Reads an event of an older version and takes it up to this one. The default knows no older version.</summary>
    /// <exception cref="EventReadException">There is no chain from the stored version, or it cannot be read.</exception>
    protected internal virtual TEvent Upcast(ref EventUpcasting upcasting) => throw upcasting.HasNoChain();

    /// <inheritdoc/>
    public sealed override TEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader);

    /// <inheritdoc/>
    public sealed override void Write(Utf8JsonWriter writer, TEvent value, JsonSerializerOptions options) => Write(writer, value);

    internal TEvent ReadStored(in StoredEvent stored)
    {
        var reader = new Utf8JsonReader(stored.Data);
        try
        {
            return ReadWhole(ref reader);
        }
        catch (Exception exception)
        {
            throw EventReadException.At(stored, ref reader, exception);
        }
    }

    internal TEvent ReadWhole(ref Utf8JsonReader reader)
    {
        reader.Read();
        var result = Read(ref reader);
        reader.Read(); // Refuses anything that follows the object.
        return result;
    }
}
