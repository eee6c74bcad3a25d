using System.Globalization;
using System.Runtime.CompilerServices;

namespace Foldstream.Testing;

/// <summary>What came of a command. A scenario proves something only when one of these methods is called.</summary>
/// <typeparam name="TState">The aggregate, or the decider's state.</typeparam>
public class ScenarioOutcome<TState>
{
    private readonly ScenarioEnd<TState> end;

    internal ScenarioOutcome(ScenarioEnd<TState> end) => this.end = end;

    /// <summary>The command stored these events, in this order, and no others.</summary>
    /// <exception cref="ScenarioException">It stored others, or threw; or an expected event is not of the set.</exception>
    public ScenarioOutcome<TState> Then(params object[] events)
    {
        ArgumentNullException.ThrowIfNull(events);
        ScenarioEvent[] expected = [.. events.Select(end.Past.Encode).Select(data => new ScenarioEvent(data.Type, data.Data))];
        var expectation = ScenarioStory.Of("Expected", expected);
        if (end.Thrown is not null)
            throw Fail($"the command threw {ScenarioStory.Of(end.Thrown)}", expectation);
        for (var index = 0; index < Math.Min(expected.Length, end.Events.Count); index++)
        {
            var differences = expected[index].DifferencesFrom(end.Events[index]);
            if (differences.Count > 0)
                throw Fail(string.Create(CultureInfo.InvariantCulture, $"event {index} differs: {string.Join("; ", differences)}"), expectation, differences);
        }

        if (expected.Length != end.Events.Count)
            throw Fail(string.Create(CultureInfo.InvariantCulture, $"expected {Count(expected.Length)}, was {Count(end.Events.Count)}"), expectation);
        return this;
    }

    /// <summary>The command stored nothing, and did not throw.</summary>
    /// <exception cref="ScenarioException">It did.</exception>
    public ScenarioOutcome<TState> ThenNothing() => Then();

    /// <summary>The command threw an error of a type, or of one that derives from it, and so stored nothing.</summary>
    /// <param name="matching">What must hold of the error beside its type. The default, null, is nothing.</param>
    /// <param name="condition">The text of <paramref name="matching"/>; the compiler gives it.</param>
    /// <returns>The error.</returns>
    /// <exception cref="ScenarioException">It threw another one, or none.</exception>
    public TException ThenThrows<TException>(
        Func<TException, bool>? matching = null, [CallerArgumentExpression(nameof(matching))] string condition = "")
        where TException : Exception
    {
        var expectation = $"Expected:\n  {typeof(TException).Name}{(matching is null ? "" : $" with {condition}")}";
        if (end.Thrown is not TException error)
            throw Fail(end.Thrown is null ? "the command threw nothing" : $"the command threw {ScenarioStory.Of(end.Thrown)}", expectation);
        return matching is null || matching(error)
            ? error
            : throw Fail($"the command threw {ScenarioStory.Of(error)}, of which does not hold: {condition}", expectation);
    }

    /// <summary>Something holds of the state after the command, folded from what is stored.</summary>
    /// <param name="holds">What must hold.</param>
    /// <param name="condition">The text of <paramref name="holds"/>; the compiler gives it.</param>
    /// <exception cref="ScenarioException">It does not hold, the aggregate has no events, or the command threw.</exception>
    public ScenarioOutcome<TState> ThenState(Func<TState, bool> holds, [CallerArgumentExpression(nameof(holds))] string condition = "")
    {
        ArgumentNullException.ThrowIfNull(holds);
        var expectation = $"Expected:\n  {condition}";
        if (end.Thrown is not null)
            throw Fail($"the command threw {ScenarioStory.Of(end.Thrown)}", expectation);
        if (end.State is null)
            throw Fail("there is no state, since there are no events", expectation);
        return holds(end.State) ? this : throw Fail($"of the state does not hold: {condition}", expectation);
    }

    private protected ScenarioException Fail(string problem, string expectation, IReadOnlyList<string>? differences = null)
    {
        var actual = end.Thrown is null ? ScenarioStory.Of("Actual", end.Events) : $"Actual:\n  {ScenarioStory.Of(end.Thrown)}";
        return new ScenarioException(
            $"The scenario of {end.Past.Owner} did not end as expected: {problem}.", $"{end.Past.Story}\n{expectation}\n{actual}", differences, end.Thrown);
    }

    private protected Exception? Thrown => end.Thrown;

    private static string Count(int events) => string.Create(CultureInfo.InvariantCulture, $"{events} {(events == 1 ? "event" : "events")}");
}
