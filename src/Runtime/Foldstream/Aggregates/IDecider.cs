namespace Foldstream;

/// <summary>What the generator makes of a type marked with <see cref="DeciderAttribute"/>; never written by hand.</summary>
/// <typeparam name="TState">The type itself, which is also the state.</typeparam>
public interface IDecider<TState>
    where TState : IDecider<TState>
{
    /// <summary>The category of its streams.</summary>
    static abstract string Category { get; }

    /// <summary>The events that it evolves by.</summary>
    static abstract IReadOnlyList<EventDefinition> EventSet { get; }

    /// <summary>Identifies how the state follows from the events: what was kept under another fingerprint is stale.</summary>
    /// <remarks>A hash of the handlers and what they call, of the events' schemas and of the state's shape.</remarks>
    static abstract string FoldFingerprint { get; }

    /// <summary>How its whole state is kept in snapshots; null without <see cref="SnapshotAttribute"/>.</summary>
    static virtual StateDefinition<TState>? State => null;

    /// <summary>The state before the first event.</summary>
    static abstract TState Initial { get; }

    /// <summary>The state after a stored event.</summary>
    /// <exception cref="UnknownEventException">The event is not in the set.</exception>
    static abstract TState Evolve(TState state, in StoredEvent stored);
}
