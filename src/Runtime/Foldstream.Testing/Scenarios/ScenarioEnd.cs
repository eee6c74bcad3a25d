namespace Foldstream.Testing;

/// <summary>What came of the command of a scenario.</summary>
internal sealed record ScenarioEnd<TState>(ScenarioPast Past, IReadOnlyList<ScenarioEvent> Events, Exception? Thrown, TState? State);
