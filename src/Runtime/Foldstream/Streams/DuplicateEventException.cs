namespace Foldstream;

/// <summary>An append holds an event id that is stored already, and it is not the same append again.</summary>
/// <remarks>
/// The same append again (all ids stored, contiguous, in the same order, in the same stream, with the same content)
/// is no error: it gives the first result with <see cref="AppendResult.AlreadyStored"/>.
/// </remarks>
public sealed class DuplicateEventException : FoldstreamException
{
    /// <summary>Creates the error: for the authors of stores.</summary>
    /// <param name="stream">The stream of the append.</param>
    /// <param name="eventId">The id that is there twice.</param>
    /// <param name="reason">How it differs from what is stored, as half a sentence.</param>
    public DuplicateEventException(StreamId stream, Guid eventId, string reason)
        : base($"Nothing was appended to stream {stream?.Describe()}: event id {eventId} {reason}. "
            + "Give every new event an id of its own; to repeat an append, repeat it exactly.")
    {
        ArgumentNullException.ThrowIfNull(stream);
        Stream = stream;
        EventId = eventId;
    }

    /// <summary>The stream of the append.</summary>
    public StreamId Stream { get; }

    /// <summary>The id that is there twice.</summary>
    public Guid EventId { get; }
}
