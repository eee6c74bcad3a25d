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

    /// <summary>The state before the first event.</summary>
    static abstract TState Initial { get; }

    /// <summary>The state after a stored event.</summary>
    /// <exception cref="UnknownEventException">The event is not in the set.</exception>
    static abstract TState Evolve(TState state, in StoredEvent stored);
}
