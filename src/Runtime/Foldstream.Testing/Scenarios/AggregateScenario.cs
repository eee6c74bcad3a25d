namespace Foldstream.Testing;

/// <summary>What happened to an aggregate before; begin with <see cref="Scenario.For"/>. It does not change: each step gives a new one.</summary>
public sealed class AggregateScenario<TAggregate>
    where TAggregate : class, IAggregate<TAggregate>
{
    private readonly ScenarioPast past;

    internal AggregateScenario(ScenarioPast past) => this.past = past;

    /// <summary>Says what happened before, in order; more than once adds to it.</summary>
    /// <exception cref="ScenarioException">An event is not of the aggregate's set, or does not survive its stored form.</exception>
    public AggregateScenario<TAggregate> Given(params object[] events) => new(past.With(events));

    /// <summary>Runs a command and stores what it raises.</summary>
    /// <exception cref="ScenarioException">A handler fails on what is given.</exception>
    public ScenarioOutcome<TAggregate> When(Action<TAggregate> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var end = RunAsync((store, key) => store.ExecuteAsync(key, act).AsTask());
        return new ScenarioOutcome<TAggregate>(end.GetAwaiter().GetResult());
    }

    /// <summary>Runs a command that returns a value, and stores what it raises.</summary>
    /// <exception cref="ScenarioException">A handler fails on what is given.</exception>
    public ScenarioOutcome<TAggregate, TValue> When<TValue>(Func<TAggregate, TValue> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        TValue? value = default;
        var end = RunAsync(async (store, key) => value = (await store.ExecuteAsync(key, act).ConfigureAwait(false)).Value);
        return new ScenarioOutcome<TAggregate, TValue>(end.GetAwaiter().GetResult(), value);
    }

    /// <summary>Runs an asynchronous command and stores what it raises: <c>(await scenario.When(…)).Then(…)</c>.</summary>
    /// <exception cref="ScenarioException">A handler fails on what is given.</exception>
    public async Task<ScenarioOutcome<TAggregate>> When(Func<TAggregate, Task> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        var end = await RunAsync((store, key) => store.ExecuteAsync(key, act).AsTask()).ConfigureAwait(false);
        return new ScenarioOutcome<TAggregate>(end);
    }

    /// <summary>Runs an asynchronous command that returns a value, and stores what it raises: <c>(await scenario.When(…)).Then(…)</c>.</summary>
    /// <exception cref="ScenarioException">A handler fails on what is given.</exception>
    public async Task<ScenarioOutcome<TAggregate, TValue>> When<TValue>(Func<TAggregate, Task<TValue>> act)
    {
        ArgumentNullException.ThrowIfNull(act);
        TValue? value = default;
        var end = await RunAsync(async (store, key) => value = (await store.ExecuteAsync(key, act).ConfigureAwait(false)).Value).ConfigureAwait(false);
        return new ScenarioOutcome<TAggregate, TValue>(end, value);
    }

    private Task<ScenarioEnd<TAggregate>> RunAsync(Func<InMemoryEventStore, StreamKey, Task> command) =>
        past.RunAsync(static (store, key) => store.FindAsync<TAggregate>(key).AsTask(), command);
}
