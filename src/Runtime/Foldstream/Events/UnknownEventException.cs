namespace Foldstream;

/// <summary>An event is not known to the code that reads or writes it.</summary>
public sealed class UnknownEventException : FoldstreamException
{
    private UnknownEventException(string message)
        : base(message)
    {
    }

    /// <summary>The stream that holds the event; null where it is not stored.</summary>
    public StreamId? Stream { get; private init; }

    /// <summary>The event's version in the stream; null where it is not stored.</summary>
    public StreamVersion? Version { get; private init; }

    /// <summary>The stored name and schema version; null where it is not stored.</summary>
    public EventType? Type { get; private init; }

    /// <summary>The error of a reader that does not know a stored event; generated code calls it.</summary>
    /// <param name="stored">The stored event.</param>
    /// <param name="reader">Who reads, for the message.</param>
    public static UnknownEventException For(in StoredEvent stored, string reader) =>
        new($"Stream {stored.Stream.Describe()} holds event '{stored.Type}' at version {stored.Version}, which {reader} does not know: "
            + "write a handler for it or mark the type with [Ignores<…>]; check the stored name if the event was renamed.")
        {
            Stream = stored.Stream,
            Version = stored.Version,
            Type = stored.Type,
        };

    internal static UnknownEventException ForDerived(Type type, Type handled) =>
        new($"'{type}' derives from the event '{handled}' and was raised as one: mark it with an [Event(\"…\")] of its own and write a handler for it.");

    internal static UnknownEventException ForType(Type type) =>
        new($"'{type}' is not an event of this model: mark it with [Event(\"…\")], and use the model of its assembly "
            + "or EventModel.Combine for several.");
}
