using System.Globalization;

namespace Foldstream;

/// <summary>Weighs what is known of a subscription against thresholds.</summary>
internal sealed class HealthReport(string subscription, SubscriptionState state)
{
    private readonly List<string> problems = [];
    private HealthLevel level;

    public SubscriptionHealth Weigh(HealthThresholds thresholds, SubscriptionLag? lag, long? deadLetters, long failures)
    {
        WeighState();
        if (lag is null)
            Add(HealthLevel.Unhealthy, "the store cannot be reached");
        if (lag is not null)
        {
            Add(LevelOf(lag.Events, thresholds.DegradedLag, thresholds.UnhealthyLag), string.Create(CultureInfo.InvariantCulture, $"{lag.Events} events behind{(lag.IsExact ? "" : " at the most")}"));
            Add(LevelOf(lag.Time, thresholds.DegradedDelay, thresholds.UnhealthyDelay), string.Create(CultureInfo.InvariantCulture, $"{lag.Time} behind"));
        }

        Add(LevelOf(failures, thresholds.DegradedFailures, long.MaxValue), string.Create(CultureInfo.InvariantCulture, $"{failures} failures within a minute"));
        Add(LevelOf(deadLetters ?? 0, thresholds.DegradedDeadLetters, thresholds.UnhealthyDeadLetters), string.Create(CultureInfo.InvariantCulture, $"{deadLetters} dead letters"));
        return new SubscriptionHealth(subscription, level, state, lag, deadLetters, problems);
    }

    private static HealthLevel LevelOf<T>(T value, T degraded, T unhealthy)
        where T : IComparable<T> =>
        value.CompareTo(unhealthy) >= 0 ? HealthLevel.Unhealthy : value.CompareTo(degraded) >= 0 ? HealthLevel.Degraded : HealthLevel.Healthy;

    private void WeighState()
    {
        switch (state)
        {
            case SubscriptionState.Faulted:
                Add(HealthLevel.Unhealthy, "ended with an error");
                break;
            case SubscriptionState.Stopped or SubscriptionState.Stopping:
                Add(HealthLevel.Unhealthy, "stopped");
                break;
            case SubscriptionState.Paused:
                Add(HealthLevel.Degraded, "paused");
                break;
            case SubscriptionState.Retrying:
                Add(HealthLevel.Degraded, "waits to try again");
                break;
        }
    }

    private void Add(HealthLevel found, string problem)
    {
        if (found == HealthLevel.Healthy)
            return;
        problems.Add(problem);
        level = found > level ? found : level;
    }
}
