using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Foldstream;

/// <summary>All that is needed to store and to read events of one type, without boxing.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
public sealed class EventDefinition<TEvent> : EventDefinition
    where TEvent : notnull
{
    private readonly EventJsonConverter<TEvent> converter;

    /// <summary>Creates the definition; generated code does.</summary>
    /// <exception cref="ArgumentException">The name or the version breaks its rule.</exception>
    public EventDefinition(string name, int version, EventJsonConverter<TEvent> converter)
        : base(new EventType(name, version), typeof(TEvent)) => this.converter = converter;

    /// <summary>Makes an event ready for storing.</summary>
    /// <exception cref="EventWriteException">The event holds what JSON cannot: a number that is infinite or not a number.</exception>
    public EventData Encode(TEvent @event, EventStamp stamp = default)
    {
        ArgumentNullException.ThrowIfNull(@event);
        return new EventData(EventEncoding.Encode(this, converter, @event), Type, stamp);
    }

    /// <summary>Reads a stored event.</summary>
    /// <exception cref="EventReadException">The stored content or its schema version is not this event's.</exception>
    public TEvent Read(in StoredEvent stored)
    {
        if (stored.Type.Version != Type.Version)
            ThrowWrongVersion(stored);
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

    /// <inheritdoc/>
    public override EventData Encode(object @event, EventStamp stamp = default) => Encode((TEvent)@event, stamp);

    /// <inheritdoc/>
    public override object Decode(in StoredEvent stored) => Read(stored);

    internal override JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<TEvent>(options, converter);

    private TEvent ReadWhole(ref Utf8JsonReader reader)
    {
        reader.Read();
        var result = converter.Read(ref reader);
        reader.Read(); // Refuses anything that follows the object.
        return result;
    }

    [DoesNotReturn]
    private void ThrowWrongVersion(in StoredEvent stored) =>
        throw new EventReadException(stored, $"it was stored with schema version {stored.Type.Version}, and type "
            + $"'{ClrType.Name}' reads version {Type.Version} only");
}
