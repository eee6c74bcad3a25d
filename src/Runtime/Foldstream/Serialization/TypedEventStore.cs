using System.Runtime.CompilerServices;

namespace Foldstream;

/// <summary>A store seen through an event model: events in and out instead of bytes.</summary>
public class TypedEventStore
{
    private readonly IEventStore store;

    internal TypedEventStore(IEventStore store, EventModel model)
    {
        this.store = store;
        Model = model;
    }

    /// <summary>The event model.</summary>
    public EventModel Model { get; }

    /// <summary>Stores events at the end of a stream, all or none, if a condition holds.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="condition">What must hold: an <see cref="ExpectedVersion"/>, or any other condition.</param>
    /// <param name="events">The events in order; at least one.</param>
    /// <param name="context">What to stamp on the events; with an idempotency key, repeating the same append is safe. The default, null, is nothing.</param>
    /// <param name="cancellationToken">Ends the attempt; what was stored by then stays stored.</param>
    /// <exception cref="UnknownEventException">The model does not know an event's type.</exception>
    /// <exception cref="SupersededEventException">An event is of an older version.</exception>
    /// <exception cref="WrongExpectedVersionException">The stream is not at the version that the append expects.</exception>
    /// <exception cref="WriteConditionException">Another condition does not hold.</exception>
    /// <exception cref="DuplicateEventException">An event id is stored already, and not by the same append.</exception>
    public ValueTask<AppendResult> AppendAsync(
        StreamId stream,
        WriteCondition condition,
        IEnumerable<object> events,
        CommandContext? context = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(events);
        var all = events as IReadOnlyList<object> ?? [.. events];
        var stamps = new CommandStamps(stream, context ?? CommandContext.Empty);
        var prepared = new EventData[all.Count];
        for (var index = 0; index < prepared.Length; index++)
            prepared[index] = Model.DefinitionOf(all[index]).Prepare(all[index], stamps.For(index), store);
        return store.AppendAsync(stream, condition, prepared, cancellationToken);
    }

    /// <summary>Reads the events of a stream; none where it does not exist.</summary>
    /// <exception cref="UnknownEventException">The model does not know a stored event.</exception>
    /// <exception cref="EventReadException">A stored event cannot be read.</exception>
    public IAsyncEnumerable<TypedEvent> ReadAsync(
        StreamId stream, StreamRange? range = null, CancellationToken cancellationToken = default) =>
        DecodeAsync(store.ReadAsync(stream, range, cancellationToken), cancellationToken);

    private protected async IAsyncEnumerable<TypedEvent> DecodeAsync(
        IAsyncEnumerable<RecordedEvent> events, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var recorded in events.WithCancellation(cancellationToken).ConfigureAwait(false))
            yield return new TypedEvent(Model.Decode(recorded), recorded);
    }
}
