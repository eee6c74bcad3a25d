namespace Foldstream;

/// <summary>So many events that failed for good within a time.</summary>
public sealed record ErrorRate
{
    /// <summary>Creates a rate.</summary>
    /// <param name="events">How many events; 1 or more.</param>
    /// <param name="within">Within which time.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number or the time is not positive.</exception>
    public ErrorRate(int events, TimeSpan within)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(events, 1);
        Events = events;
        Within = PositiveTime.Check(within, nameof(within));
    }

    /// <summary>How many events.</summary>
    public int Events { get; }

    /// <summary>Within which time.</summary>
    public TimeSpan Within { get; }
}
