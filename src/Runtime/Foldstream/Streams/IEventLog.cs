namespace Foldstream;

/// <summary>The port of a store that keeps one order over all of its streams.</summary>
public interface IEventLog : IEventStore
{
    /// <summary>Reads events of the whole store into a visitor, in global order.</summary>
    /// <exception cref="ForeignPositionException">A position of the range belongs to another store.</exception>
    ValueTask ReadAsync(LogRange range, IEventVisitor visitor, CancellationToken cancellationToken = default);

    /// <summary>The position of the last event; null where the store is empty.</summary>
    ValueTask<GlobalPosition?> HeadAsync(CancellationToken cancellationToken = default);

    /// <summary>Completes as soon as the store holds an event after a position, also one that another process wrote.</summary>
    /// <param name="after">The position that has been seen; null for an empty store.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="ForeignPositionException">The position belongs to another store.</exception>
    ValueTask WaitAsync(GlobalPosition? after, CancellationToken cancellationToken = default);
}
