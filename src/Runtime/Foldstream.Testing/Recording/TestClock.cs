namespace Foldstream.Testing;

/// <summary>A clock that stands still until a test moves it, in any direction: for <see cref="EventStoreOptions.Clock"/>. Timers run in real time.</summary>
public sealed class TestClock : TimeProvider
{
    private long utcTicks;

    /// <summary>Creates a clock that stands at <see cref="Start"/>.</summary>
    public TestClock()
        : this(Start)
    {
    }

    /// <summary>Creates a clock that stands at a time.</summary>
    public TestClock(DateTimeOffset now) => utcTicks = now.UtcTicks;

    /// <summary>Where clocks stand that are told nothing else: noon of 1 January 2024, UTC.</summary>
    public static DateTimeOffset Start { get; } = new(2024, 1, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>The time, in UTC.</summary>
    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref utcTicks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref utcTicks, value.UtcTicks);
    }

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => Now;

    /// <summary>Moves the clock on; back where the time is negative.</summary>
    public void Move(TimeSpan time) => Interlocked.Add(ref utcTicks, time.Ticks);
}
