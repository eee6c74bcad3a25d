namespace Foldstream.Tests;

/// <summary>An option that makes no sense is refused by its name.</summary>
public sealed class SubscriptionOptionsTests
{
    private static readonly TimeSpan Negative = TimeSpan.FromSeconds(-2);

    public static TheoryData<string, Func<object>> Refused => new()
    {
        { nameof(SubscriptionOptions.Partitions), () => new SubscriptionOptions { Partitions = 0 } },
        { nameof(SubscriptionOptions.Partitions), () => new SubscriptionOptions { Partitions = 65_537 } },
        { nameof(SubscriptionOptions.BatchSize), () => new SubscriptionOptions { BatchSize = 0 } },
        { nameof(SubscriptionOptions.BatchWindow), () => new SubscriptionOptions { BatchWindow = Negative } },
        { nameof(SubscriptionOptions.CheckpointEvery), () => new SubscriptionOptions { CheckpointEvery = 0 } },
        { nameof(SubscriptionOptions.CheckpointInterval), () => new SubscriptionOptions { CheckpointInterval = Negative } },
        { nameof(SubscriptionOptions.PollInterval), () => new SubscriptionOptions { PollInterval = TimeSpan.Zero } },
        { nameof(SubscriptionOptions.HandlerTimeout), () => new SubscriptionOptions { HandlerTimeout = TimeSpan.Zero } },
        { nameof(SubscriptionOptions.StallTimeout), () => new SubscriptionOptions { StallTimeout = Negative } },
        { nameof(SubscriptionOptions.Failures), () => new SubscriptionOptions { Failures = null! } },
        { nameof(FailurePolicy.Retries), () => new FailurePolicy { Retries = -1 } },
        { nameof(FailurePolicy.FirstDelay), () => new FailurePolicy { FirstDelay = Negative } },
        { nameof(FailurePolicy.LongestDelay), () => new FailurePolicy { LongestDelay = Negative } },
        { nameof(FailurePolicy.Jitter), () => new FailurePolicy { Jitter = 1.1 } },
        { nameof(FailurePolicy.Random), () => new FailurePolicy { Random = null! } },
        { nameof(FailurePolicy.Then), () => new FailurePolicy { Then = (FailureAction)2 } },
        { nameof(HealthThresholds.DegradedLag), () => new HealthThresholds { DegradedLag = 0 } },
        { nameof(HealthThresholds.UnhealthyLag), () => new HealthThresholds { UnhealthyLag = 0 } },
        { nameof(HealthThresholds.DegradedDelay), () => new HealthThresholds { DegradedDelay = TimeSpan.Zero } },
        { nameof(HealthThresholds.UnhealthyDelay), () => new HealthThresholds { UnhealthyDelay = Negative } },
        { nameof(HealthThresholds.DegradedFailures), () => new HealthThresholds { DegradedFailures = 0 } },
        { nameof(HealthThresholds.DegradedDeadLetters), () => new HealthThresholds { DegradedDeadLetters = 0 } },
        { nameof(HealthThresholds.UnhealthyDeadLetters), () => new HealthThresholds { UnhealthyDeadLetters = -1 } },
        { "events", () => new ErrorRate(0, TimeSpan.FromMinutes(1)) },
        { "within", () => new ErrorRate(1, TimeSpan.Zero) },
        { nameof(RunOptions.Node), () => new RunOptions { Node = " " } },
        { nameof(RunOptions.LeaseDuration), () => new RunOptions { LeaseDuration = TimeSpan.Zero } },
        { nameof(RunOptions.ShutdownDeadline), () => new RunOptions { ShutdownDeadline = Negative } },
    };

    [Theory]
    [MemberData(nameof(Refused), DisableDiscoveryEnumeration = true)]
    public void An_option_is_refused_by_its_name(string name, Func<object> make) =>
        Assert.Equal(name, Assert.ThrowsAny<ArgumentException>(make).ParamName);
}
