namespace Foldstream;

/// <summary>The rule of a time span that has to be there.</summary>
internal static class PositiveTime
{
    public static TimeSpan Check(TimeSpan time, string option, bool orInfinite = false) =>
        time > TimeSpan.Zero || (orInfinite && time == Timeout.InfiniteTimeSpan)
            ? time
            : throw new ArgumentOutOfRangeException(option, time, $"{option} is a time above zero{(orInfinite ? ", or Timeout.InfiniteTimeSpan" : "")}.");
}
