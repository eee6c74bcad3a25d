namespace Foldstream;

/// <summary>That a decider decides a kind of command; generated for each of its <c>Decide</c> functions.</summary>
/// <typeparam name="TState">The decider's state.</typeparam>
/// <typeparam name="TCommand">The command.</typeparam>
public interface IDecides<TState, in TCommand> : IDecider<TState>
    where TState : IDecides<TState, TCommand>
{
    /// <summary>What a command leads to.</summary>
    static abstract PendingEvents Decide(TCommand command, TState state);
}
