using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Foldstream;

/// <summary>All that is needed to store and to read one kind of event: its name, its schema version, its type, its reader and writer.</summary>
public abstract class EventDefinition
{
    private protected EventDefinition(EventType type, Type clrType)
    {
        Type = type.Checked();
        ClrType = clrType;
    }

    /// <summary>The stored name and the current schema version.</summary>
    public EventType Type { get; }

    /// <summary>The type of the event.</summary>
    public Type ClrType { get; }

    /// <summary>The steps by which events of older versions come to the current one, by the version that they take; none where there is one version.</summary>
    public abstract IReadOnlyList<Upcaster> Upcasters { get; }

    /// <summary>The older shapes of the event: they are read only.</summary>
    public abstract IReadOnlyList<Type> OlderTypes { get; }

    /// <summary>Makes an event ready for storing.</summary>
    /// <exception cref="EventWriteException">The event holds what JSON cannot: a number that is infinite or not a number.</exception>
    public abstract EventData Encode(object @event, EventStamp stamp = default);

    /// <summary>Reads a stored event.</summary>
    /// <exception cref="EventReadException">The stored content or its schema version is not this event's, or an upcaster failed.</exception>
    public abstract object Decode(in StoredEvent stored);

    /// <summary>Makes an event ready for a store: encoded, unless the store does that itself.</summary>
    internal EventData Prepare(object @event, EventStamp stamp, IEventStore store) =>
        store is IEncodingEventStore ? new EventData(this, @event, stamp) : Encode(@event, stamp);

    internal abstract void Write(object @event, IBufferWriter<byte> buffer);

    internal abstract JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options);

    /// <summary>The stored name and schema version.</summary>
    public override string ToString() => Type.ToString();
}
