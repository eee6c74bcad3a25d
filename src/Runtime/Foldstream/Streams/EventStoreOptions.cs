namespace Foldstream;

/// <summary>What every store takes from outside: time, ids, limits.</summary>
public sealed record EventStoreOptions
{
    private readonly int commandAttempts = 5;

    /// <summary>The defaults.</summary>
    public static EventStoreOptions Default { get; } = new();

    /// <summary>The clock of occurred-at, and of recorded-at in embedded stores. The default is the system's.</summary>
    public TimeProvider Clock
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Clock));
    } = TimeProvider.System;

    /// <summary>Gives the ids of events that come without one. The default gives UUIDs of version 7 (RFC 9562), by <see cref="Clock"/>.</summary>
    public Func<DateTimeOffset, Guid> NewEventId
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(NewEventId));
    } = Guid.CreateVersion7;

    /// <summary>How often a command runs at the most when others write to its stream meanwhile. The default is 5; 1 never repeats.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public int CommandAttempts
    {
        get => commandAttempts;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(CommandAttempts));
            commandAttempts = value;
        }
    }

    /// <summary>Whether loads use snapshots and saves take them, on stores that keep them. The default is true; by hand they can be taken in any case.</summary>
    public bool UseSnapshots { get; init; } = true;
}
