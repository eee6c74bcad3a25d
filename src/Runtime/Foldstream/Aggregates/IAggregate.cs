namespace Foldstream;

/// <summary>What the generator makes of a class marked with <see cref="AggregateAttribute"/>; never written by hand.</summary>
/// <typeparam name="TSelf">The class itself.</typeparam>
public interface IAggregate<TSelf>
    where TSelf : class, IAggregate<TSelf>
{
    /// <summary>The category of its streams.</summary>
    static abstract string Category { get; }

    /// <summary>The events that it applies.</summary>
    static abstract IReadOnlyList<EventDefinition> EventSet { get; }

    /// <summary>Identifies how the state follows from the events: what was kept under another fingerprint is stale.</summary>
    /// <remarks>A hash of the handlers and what they call, of the events' schemas and of the state's shape.</remarks>
    static abstract string FoldFingerprint { get; }

    /// <summary>How its whole state is kept in snapshots; null without <see cref="SnapshotAttribute"/>.</summary>
    static virtual StateDefinition<TSelf>? State => null;

    /// <summary>Where it stands in its stream, and what it has raised since.</summary>
    AggregateHistory History { get; }

    /// <summary>Creates one without history.</summary>
    static abstract TSelf Create();

    /// <summary>Hands a stored event to its handler.</summary>
    /// <exception cref="UnknownEventException">The event is not in the set.</exception>
    static abstract void Apply(TSelf aggregate, in StoredEvent stored);
}
