namespace Foldstream;

/// <summary>The port of a store of streams. It moves bytes; what they mean is the caller's.</summary>
/// <remarks>
/// Every store appends and reads streams. What not every store can do is a port of its own: <see cref="IMultiStreamAppend"/>,
/// <see cref="IEventLog"/>. Use the extension methods for reading as <c>IAsyncEnumerable</c> and for loading aggregates.
/// </remarks>
public interface IEventStore : IAsyncDisposable
{
    /// <summary>The clock, the id source and the limits that this store was opened with.</summary>
    EventStoreOptions Options { get; }

    /// <summary>Stores events at the end of a stream, all or none.</summary>
    /// <exception cref="WrongExpectedVersionException">The stream is not at the version that the append expects.</exception>
    /// <exception cref="WriteConditionException">Another condition of the append does not hold.</exception>
    /// <exception cref="StreamClosedException">A final event closed the stream; told before any condition.</exception>
    /// <exception cref="DuplicateEventException">An event id is stored already, and not by the same append.</exception>
    ValueTask<AppendResult> AppendAsync(StreamAppend append, CancellationToken cancellationToken = default);

    /// <summary>Reads the events of a stream into a visitor, in one consistent sweep; a stream without events gives none.</summary>
    /// <remarks>The visitor runs inside the read: keep it short, and read without end through <see cref="EventStoreReading"/>.</remarks>
    ValueTask ReadAsync(StreamId stream, StreamRange range, IEventVisitor visitor, CancellationToken cancellationToken = default);

    /// <summary>What the store knows of a stream's end.</summary>
    ValueTask<StreamHead> HeadAsync(StreamId stream, CancellationToken cancellationToken = default);

    /// <summary>Looks an event up by its id; null where it is not stored.</summary>
    ValueTask<RecordedEvent?> FindEventAsync(Guid eventId, CancellationToken cancellationToken = default);
}
