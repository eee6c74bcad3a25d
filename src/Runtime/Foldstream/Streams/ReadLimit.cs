namespace Foldstream;

/// <summary>The rule of a limit: absent or positive, so that 0 never means «no limit».</summary>
internal static class ReadLimit
{
    public static long? Check(long? limit) => limit is <= 0
        ? throw new ArgumentOutOfRangeException(nameof(limit), limit, "A limit is 1 or more; leave it out to read everything.")
        : limit;
}
