namespace Foldstream;

/// <summary>The one form of a stored time, the same on every store: UTC, whole microseconds.</summary>
public static class StoredTime
{
    /// <summary>Brings a time into the stored form; what is finer than a microsecond is cut off.</summary>
    public static DateTimeOffset Normalize(DateTimeOffset time) =>
        new(time.UtcTicks - (time.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero);
}
