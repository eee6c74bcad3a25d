using System.Globalization;
using System.Text.Json;

namespace Foldstream;

/// <summary>A stored event could not be read: its content is not that of its type.</summary>
public sealed class EventReadException : FoldstreamException
{
    internal EventReadException(in StoredEvent stored, string problem)
        : this(stored, problem, null, null, null)
    {
    }

    private EventReadException(in StoredEvent stored, string problem, string? member, long? bytePosition, Exception? innerException)
        : base($"Event '{stored.Type}' at version {stored.Version} of stream {stored.Stream.Describe()} cannot be read: {problem}.", innerException)
    {
        Stream = stored.Stream;
        Version = stored.Version;
        Type = stored.Type;
        Member = member;
        BytePosition = bytePosition;
    }

    /// <summary>The stream.</summary>
    public StreamId Stream { get; }

    /// <summary>The event's version in the stream.</summary>
    public StreamVersion Version { get; }

    /// <summary>The stored name and schema version.</summary>
    public EventType Type { get; }

    /// <summary>The JSON member at fault, such as <c>lines[2].price</c>; empty for the event itself; null where no member is at fault.</summary>
    public string? Member { get; }

    /// <summary>Where in the content reading stopped, in bytes from its start; null where the content was not read.</summary>
    public long? BytePosition { get; }

    internal static EventReadException At(in StoredEvent stored, ref Utf8JsonReader reader, Exception cause)
    {
        // A syntax error leaves the reader on the token before it.
        var position = Math.Max(reader.TokenStartIndex, 0);
        var member = JsonPath.Find(stored.Data, position);
        if (cause is MissingMemberJsonException missing)
            member = member.Length == 0 ? missing.Member : $"{member}.{missing.Member}";
        var place = member.Length == 0 ? "" : $"member '{member}', ";
        var problem = string.Create(CultureInfo.InvariantCulture, $"{place}byte {position}: {cause.Message.TrimEnd('.')}");
        return new EventReadException(stored, problem, member, position, cause);
    }
}
