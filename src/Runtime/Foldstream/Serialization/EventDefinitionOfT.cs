using System.Buffers;
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

    /// <summary>Reads a stored event; an older version is taken up to the current one by its upcasters.</summary>
    /// <exception cref="EventReadException">The stored content or its schema version is not this event's, or an upcaster failed.</exception>
    public TEvent Read(in StoredEvent stored) =>
        stored.Type.Version == Type.Version ? converter.ReadStored(stored) : ReadOlder(stored);

    /// <inheritdoc/>
    public override IReadOnlyList<Upcaster> Upcasters => converter.Upcasters;

    /// <inheritdoc/>
    public override IReadOnlyList<Type> OlderTypes => converter.OlderTypes;

    /// <inheritdoc/>
    public override EventData Encode(object @event, EventStamp stamp = default) => Encode((TEvent)@event, stamp);

    /// <inheritdoc/>
    public override object Decode(in StoredEvent stored) => Read(stored);

    internal override void Write(object @event, IBufferWriter<byte> buffer) => EventEncoding.Encode(this, converter, (TEvent)@event, buffer);

    internal override JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<TEvent>(options, converter);

    // An error of a reader has told its place already; any other comes from the step that is being taken.
    private TEvent ReadOlder(in StoredEvent stored)
    {
        var upcasting = new EventUpcasting(stored, this);
        if (stored.Type.Version > Type.Version)
            throw upcasting.IsNewer();
        try
        {
            return converter.Upcast(ref upcasting);
        }
        catch (Exception exception) when (upcasting.Step is not null && exception is not EventReadException)
        {
            throw EventReadException.InStep(stored, upcasting.Step, exception);
        }
    }
}
