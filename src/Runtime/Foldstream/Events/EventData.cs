using System.Buffers;
using System.Runtime.InteropServices;

namespace Foldstream;

/// <summary>An event on its way into a store: its type and its content as bytes.</summary>
public sealed record EventData
{
    private const long Unsaid = -1;

    private readonly EventDefinition? definition;
    private readonly long occurredAt;

    // Bytes: an array, or a part of one. With a definition it is the event, until somebody asks for the bytes.
    private object content;

    /// <summary>Creates the event.</summary>
    /// <param name="type">Its stored name and schema version.</param>
    /// <param name="data">Its content as UTF-8 JSON; the store keeps the very bytes.</param>
    /// <param name="stamp">Its id, time and metadata. The default leaves them to the store.</param>
    /// <exception cref="ArgumentException">The name is empty, too long or holds control characters, or the version is below 1.</exception>
    public EventData(EventType type, ReadOnlyMemory<byte> data, EventStamp stamp = default)
        : this(data, type.Checked(), stamp)
    {
    }

    // For definitions, which have checked their type once and for all.
    internal EventData(ReadOnlyMemory<byte> data, EventType checkedType, EventStamp stamp)
        : this(checkedType, stamp, MemoryMarshal.TryGetArray(data, out var part) && part.Array!.Length == part.Count ? part.Array : data)
    {
    }

    // For stores that ask for the content when they need it.
    internal EventData(EventDefinition definition, object @event, EventStamp stamp)
        : this(definition.Type, stamp, @event) => this.definition = definition;

    private EventData(EventType checkedType, EventStamp stamp, object content)
    {
        this.content = content;
        Type = checkedType;
        Id = stamp.Id;
        occurredAt = stamp.OccurredAt is { } time ? StoredTime.Normalize(time).UtcTicks : Unsaid;
        Metadata = stamp.Metadata ?? EventMetadata.None;
    }

    /// <summary>The stored name and schema version.</summary>
    public EventType Type { get; }

    /// <summary>The content as UTF-8 JSON.</summary>
    public ReadOnlyMemory<byte> Data => content switch
    {
        byte[] bytes => bytes,
        ReadOnlyMemory<byte> part => part,
        var @event => Encode(@event),
    };

    /// <summary>The id; null lets the store give one. A given id makes repeating the append safe.</summary>
    public Guid? Id { get; }

    /// <summary>When it happened, in UTC and whole microseconds; null lets the store's clock say.</summary>
    public DateTimeOffset? OccurredAt => occurredAt == Unsaid ? null : new DateTimeOffset(occurredAt, TimeSpan.Zero);

    /// <summary>What is known beside its content.</summary>
    public EventMetadata Metadata { get; }

    /// <summary>Writes the content to where it is needed: for the authors of stores.</summary>
    /// <remarks>An event of an aggregate or of a typed append to an <see cref="IEncodingEventStore"/> is encoded now, and needs no array of its own.</remarks>
    /// <exception cref="EventWriteException">The event holds what JSON cannot.</exception>
    public void WriteData(IBufferWriter<byte> buffer)
    {
        if (content is byte[] or ReadOnlyMemory<byte>)
            buffer.Write(Data.Span);
        else
            definition!.Write(content, buffer);
    }

    private byte[] Encode(object @event)
    {
        var buffer = new ArrayBufferWriter<byte>();
        definition!.Write(@event, buffer);
        var bytes = buffer.WrittenSpan.ToArray();
        content = bytes;
        return bytes;
    }
}
