namespace Foldstream.TestKit;

/// <summary>A clock that stands still until a test moves it, in any direction; timers run in real time.</summary>
public sealed class TestClock : TimeProvider
{
    private long utcTicks = Start.UtcTicks;

    public static DateTimeOffset Start { get; } = new(2024, 2, 29, 12, 0, 0, TimeSpan.Zero);

    public DateTimeOffset Now
    {
        get => new(Interlocked.Read(ref utcTicks), TimeSpan.Zero);
        set => Interlocked.Exchange(ref utcTicks, value.UtcTicks);
    }

    public override DateTimeOffset GetUtcNow() => Now;

    public void Move(TimeSpan time) => Now += time;
}
