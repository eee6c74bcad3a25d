namespace Foldstream.Testing;

/// <summary>What happened to the stream of a decider before; begin with <see cref="Scenario.ForDecider"/>. It does not change: each step gives a new one.</summary>
public sealed class DeciderScenario<TState>
    where TState : IDecider<TState>
{
    internal DeciderScenario(ScenarioPast past) => Past = past;

    internal ScenarioPast Past { get; }

    /// <summary>Says what happened before, in order; more than once adds to it.</summary>
    /// <exception cref="ScenarioException">An event is not of the decider's set, or does not survive its stored form.</exception>
    public DeciderScenario<TState> Given(params object[] events) => new(Past.With(events));
}
