namespace Foldstream;

/// <summary>The one form of a stored time, the same on every store: UTC, whole microseconds.</summary>
public static class StoredTime
{
    /// <summary>Brings a time into the stored form; what is finer than a microsecond is cut off.</summary>
    public static DateTimeOffset Normalize(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);

    /// <summary>The first stored time that is not before a time; the last one there is where all are.</summary>
    internal static DateTimeOffset AtOrAfter(DateTimeOffset time)
    {
        var before = Normalize(time);
        var isFiner = before.UtcTicks < time.UtcTicks;
        return isFiner && before < Normalize(DateTimeOffset.MaxValue) ? before.AddMicroseconds(1) : before;
    }
}
