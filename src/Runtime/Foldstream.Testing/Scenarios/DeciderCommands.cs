namespace Foldstream.Testing;

/// <summary>Gives commands to deciders in scenarios.</summary>
public static class DeciderCommands
{
    /// <summary>Gives a command that the decider decides, and stores what it decides.</summary>
    /// <exception cref="ScenarioException">A handler fails on what is given.</exception>
    public static ScenarioOutcome<TState> When<TState, TCommand>(this DeciderScenario<TState> scenario, TCommand command)
        where TState : IDecides<TState, TCommand>
    {
        ArgumentNullException.ThrowIfNull(scenario);
        var end = scenario.Past.RunAsync(
            static async (store, key) => (TState?)(await store.FoldAsync<TState>(key).ConfigureAwait(false)).State,
            (store, key) => store.DecideAsync<TState, TCommand>(key, command).AsTask());
        return new ScenarioOutcome<TState>(end.GetAwaiter().GetResult());
    }
}
