namespace Foldstream;

/// <summary>A store with a global order, seen through an event model.</summary>
public sealed class TypedEventLog : TypedEventStore
{
    private readonly IEventLog log;

    internal TypedEventLog(IEventLog log, EventModel model)
        : base(log, model) => this.log = log;

    /// <summary>Reads the events of the whole store in global order.</summary>
    /// <exception cref="UnknownEventException">The model does not know a stored event: name those that are wanted in the range.</exception>
    /// <exception cref="EventReadException">A stored event cannot be read.</exception>
    public IAsyncEnumerable<TypedEvent> ReadLogAsync(LogRange? range = null, CancellationToken cancellationToken = default) =>
        DecodeAsync(log.ReadLogAsync(range, cancellationToken), cancellationToken);

    /// <summary>Reads the events of all streams of a category in global order.</summary>
    /// <exception cref="UnknownEventException">The model does not know a stored event.</exception>
    /// <exception cref="EventReadException">A stored event cannot be read.</exception>
    public IAsyncEnumerable<TypedEvent> ReadCategoryAsync(
        string category, LogRange? range = null, CancellationToken cancellationToken = default) =>
        DecodeAsync(log.ReadCategoryAsync(category, range, cancellationToken), cancellationToken);
}
