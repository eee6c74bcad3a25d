namespace Foldstream;

/// <summary>What becomes of an event that a subscription fails on: it is tried again, more and more rarely; then it is set aside as a dead letter, or the subscription stops.</summary>
public sealed record FailurePolicy
{
    /// <summary>The defaults: five repetitions, then a dead letter.</summary>
    public static FailurePolicy Default { get; } = new();

    /// <summary>How often an event is tried again after its first failure. The default is 5; 0 never repeats. An event that cannot be decoded is not repeated: it stays what it is.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public int Retries
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Retries));
            field = value;
        }
    } = 5;

    /// <summary>How long to wait before the first repetition; each further wait is twice as long. The default is 200 milliseconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan FirstDelay
    {
        get;
        init => field = AtLeast.Check(value, TimeSpan.Zero, nameof(FirstDelay));
    } = TimeSpan.FromMilliseconds(200);

    /// <summary>How long to wait between two repetitions at the most. The default is 30 seconds.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The time is negative.</exception>
    public TimeSpan LongestDelay
    {
        get;
        init => field = AtLeast.Check(value, TimeSpan.Zero, nameof(LongestDelay));
    } = TimeSpan.FromSeconds(30);

    /// <summary>By which part of itself a wait is shortened at the most, at random, so that what failed together does not come back together: 0 to 1. The default is 0.2.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The part is below 0 or above 1.</exception>
    public double Jitter
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Jitter));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1, nameof(Jitter));
            field = value;
        }
    } = 0.2;

    /// <summary>What happens when the repetitions are used up. The default is <see cref="FailureAction.DeadLetter"/>.</summary>
    public FailureAction Then { get; init => field = DefinedOption.Check(value, nameof(Then)); } = FailureAction.DeadLetter;

    /// <summary>Stops the subscription when so many events fail for good in so short a time; the last of them is not set aside. The default, null, is never.</summary>
    public ErrorRate? StopAfterErrorRate { get; init; }

    /// <summary>Gives numbers from 0 up to 1, for <see cref="Jitter"/>. The default is <see cref="System.Random.Shared"/>.</summary>
    public Func<double> Random
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Random));
    } = System.Random.Shared.NextDouble;

    /// <summary>How long to wait before a repetition.</summary>
    internal TimeSpan DelayBefore(int retry)
    {
        // In floating point, where nothing overflows.
        var ticks = Math.Min(FirstDelay.Ticks * Math.Pow(2, retry - 1), LongestDelay.Ticks);
        return TimeSpan.FromTicks((long)(ticks * (1 - (Jitter * Random()))));
    }
}
