namespace Foldstream;

/// <summary>Evolves a decider's state by the events of a stream while they are read.</summary>
internal sealed class DeciderFold<TState>(AsOf? asOf) : IEventVisitor
    where TState : IDecider<TState>
{
    public TState State { get; private set; } = TState.Initial;

    public long Version { get; private set; }

    public bool Visit(in StoredEvent stored)
    {
        if (asOf is not null && !asOf.Includes(stored))
            return !asOf.EndsAtFirstLater;
        State = TState.Evolve(State, stored);
        Version++;
        return true;
    }
}
