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

    /// <summary>The upcaster at fault, such as <c>OrderPlaced.ToV2</c>; null where none is.</summary>
    public string? Upcaster { get; private init; }

    /// <summary>Where in the content reading stopped, in bytes from its start; null where the content was not read.</summary>
    public long? BytePosition { get; }

    internal static EventReadException At(in StoredEvent stored, ref Utf8JsonReader reader, Exception cause)
    {
        var (member, position) = Find(stored.Data, ref reader, cause);
        var problem = string.Create(CultureInfo.InvariantCulture, $"{Place(member)}byte {position}: {cause.Message.TrimEnd('.')}");
        return new EventReadException(stored, problem, member, position, cause);
    }

    /// <summary>The error of a step that gave nothing, or that threw: its own message may quote the content, so it stays inside.</summary>
    internal static EventReadException InStep(in StoredEvent stored, Upcaster step, Exception? cause = null)
    {
        var problem = cause is null ? "gave null" : $"failed with {cause.GetType().Name}";
        return new EventReadException(stored, $"the upcaster {step} {problem}: correct it", null, null, cause) { Upcaster = step.Method };
    }

    /// <summary>The error of a step whose result is not of the version that it promises.</summary>
    internal static EventReadException AfterStep(in StoredEvent stored, Upcaster step, ReadOnlySpan<byte> result, ref Utf8JsonReader reader, Exception cause)
    {
        var (member, _) = Find(result, ref reader, cause);
        var problem = $"what the upcaster {step} gave is not of version {step.To}: {Place(member)}{cause.Message.TrimEnd('.')}";
        return new EventReadException(stored, problem, member, null, cause) { Upcaster = step.Method };
    }

    private static (string Member, long Position) Find(ReadOnlySpan<byte> content, ref Utf8JsonReader reader, Exception cause)
    {
        // A syntax error leaves the reader on the token before it.
        var position = Math.Max(reader.TokenStartIndex, 0);
        var member = JsonPath.Find(content, position);
        if (cause is MissingMemberJsonException missing)
            member = member.Length == 0 ? missing.Member : $"{member}.{missing.Member}";
        return (member, position);
    }

    private static string Place(string member) => member.Length == 0 ? "" : $"member '{member}', ";
}
