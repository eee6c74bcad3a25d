namespace Foldstream.Testing;

/// <summary>What came of a command that returns a value.</summary>
/// <typeparam name="TState">The aggregate.</typeparam>
/// <typeparam name="TValue">The type of the value.</typeparam>
public sealed class ScenarioOutcome<TState, TValue> : ScenarioOutcome<TState>
{
    private readonly TValue? value;

    internal ScenarioOutcome(ScenarioEnd<TState> end, TValue? value)
        : base(end) => this.value = value;

    /// <summary>The command returned a value that equals this one.</summary>
    /// <exception cref="ScenarioException">It returned another one, or threw.</exception>
    public ScenarioOutcome<TState, TValue> ThenReturns(TValue expected)
    {
        if (Thrown is not null)
            throw Fail($"the command threw {ScenarioStory.Of(Thrown)}", $"Expected:\n  the value {expected}");
        return EqualityComparer<TValue>.Default.Equals(expected, value)
            ? this
            : throw Fail($"expected the value {expected}, was {value}", $"Expected:\n  the value {expected}");
    }
}
