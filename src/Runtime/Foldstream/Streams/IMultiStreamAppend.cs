namespace Foldstream;

/// <summary>The port of a store that appends to several streams atomically.</summary>
public interface IMultiStreamAppend : IEventStore
{
    /// <summary>Stores the events of all appends or of none; each stream is checked against its own condition.</summary>
    /// <returns>A result for each append, in their order.</returns>
    /// <exception cref="ArgumentException">There is no append, or one stream is there twice.</exception>
    /// <exception cref="WrongExpectedVersionException">A stream is not at the version that its append expects.</exception>
    /// <exception cref="WriteConditionException">Another condition does not hold.</exception>
    /// <exception cref="StreamClosedException">A final event closed one of the streams; told before any condition.</exception>
    /// <exception cref="DuplicateEventException">An event id is stored already, and not by the same appends.</exception>
    ValueTask<IReadOnlyList<AppendResult>> AppendAsync(
        IReadOnlyList<StreamAppend> appends, CancellationToken cancellationToken = default);
}
