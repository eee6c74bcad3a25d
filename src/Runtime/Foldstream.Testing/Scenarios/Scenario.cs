namespace Foldstream.Testing;

/// <summary>Tests by what happened before, what is done, and what comes of it: <c>Given(events).When(command).Then(events)</c>. For any test framework.</summary>
/// <remarks>
/// Events go through their stored form on the way in and on the way out, on a store in memory, so that a scenario proves what production does. They are compared by that
/// form, member by member; members that JSON leaves out do not count.
/// </remarks>
public static class Scenario
{
    /// <summary>The scenario of an aggregate.</summary>
    /// <param name="id">The id of its stream. The default is <c>scenario</c>.</param>
    public static AggregateScenario<TAggregate> For<TAggregate>(string id = "scenario")
        where TAggregate : class, IAggregate<TAggregate> =>
        new(new ScenarioPast(typeof(TAggregate).Name, new StreamId(TAggregate.Category, id), TAggregate.EventSet, []));

    /// <summary>The scenario of a decider.</summary>
    /// <param name="id">The id of its stream. The default is <c>scenario</c>.</param>
    public static DeciderScenario<TState> ForDecider<TState>(string id = "scenario")
        where TState : IDecider<TState> =>
        new(new ScenarioPast(typeof(TState).Name, new StreamId(TState.Category, id), TState.EventSet, []));

    /// <summary>The scenario of a projection.</summary>
    /// <param name="model">The generated model of the events.</param>
    public static ProjectionScenario<TProjection> ForProjection<TProjection>(EventModel model)
        where TProjection : class, IProjection<TProjection>
    {
        ArgumentNullException.ThrowIfNull(model);
        return new ProjectionScenario<TProjection>(model);
    }
}
