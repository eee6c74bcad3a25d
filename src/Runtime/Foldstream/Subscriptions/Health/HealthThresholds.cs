namespace Foldstream;

/// <summary>From where on a subscription counts as degraded, and as unhealthy.</summary>
/// <remarks>A number is at least 1 and a time above zero, or an <see cref="ArgumentOutOfRangeException"/> is thrown: nothing would ever be healthy.</remarks>
public sealed record HealthThresholds
{
    /// <summary>The defaults.</summary>
    public static HealthThresholds Default { get; } = new();

    /// <summary>Degraded when so many events or more are still to be handled. The default is 1,000.</summary>
    public long DegradedLag { get; init => field = AtLeastOne(value, nameof(DegradedLag)); } = 1_000;

    /// <summary>Unhealthy when so many events or more are still to be handled. The default is 100,000.</summary>
    public long UnhealthyLag { get; init => field = AtLeastOne(value, nameof(UnhealthyLag)); } = 100_000;

    /// <summary>Degraded when the oldest open event was stored so long ago or longer. The default is one minute.</summary>
    public TimeSpan DegradedDelay { get; init => field = PositiveTime.Check(value, nameof(DegradedDelay)); } = TimeSpan.FromMinutes(1);

    /// <summary>Unhealthy when the oldest open event was stored so long ago or longer. The default is 15 minutes.</summary>
    public TimeSpan UnhealthyDelay { get; init => field = PositiveTime.Check(value, nameof(UnhealthyDelay)); } = TimeSpan.FromMinutes(15);

    /// <summary>Degraded when so many attempts or more failed within a minute. The default is 10.</summary>
    public long DegradedFailures { get; init => field = AtLeastOne(value, nameof(DegradedFailures)); } = 10;

    /// <summary>Degraded when there are so many dead letters or more. The default is 1.</summary>
    public long DegradedDeadLetters { get; init => field = AtLeastOne(value, nameof(DegradedDeadLetters)); } = 1;

    /// <summary>Unhealthy when there are so many dead letters or more. The default is 100.</summary>
    public long UnhealthyDeadLetters { get; init => field = AtLeastOne(value, nameof(UnhealthyDeadLetters)); } = 100;

    private static long AtLeastOne(long value, string option)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, option);
        return value;
    }
}
