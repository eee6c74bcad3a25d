using SQLitePCL;

namespace Foldstream.Sqlite;

/// <summary>Waits for the locks of other processes, in short steps and not for ever.</summary>
/// <remarks>SQLite could wait by itself, but builds of it that know no sleep below a second, as the bundled one, do so in whole seconds.</remarks>
internal static class LockWait
{
    private static readonly int[] Milliseconds = [1, 1, 2, 2, 5, 5, 10, 10, 15, 20, 25];

    // Never set: to wait for it is to pause a thread that is in the middle of its work, where there is nothing to await.
    private static readonly ManualResetEventSlim Pause = new(false);

    /// <summary>Repeats a call of SQLite until nobody's lock is in its way, or the longest wait is over; gives its last result.</summary>
    public static int Repeat(Func<int> call, TimeSpan longest)
    {
        // The locks are real, so the time is too, whatever clock the store was given.
        var started = TimeProvider.System.GetTimestamp();
        for (var round = 0; ; round++)
        {
            var result = call();
            if (!IsBusy(result) || TimeProvider.System.GetElapsedTime(started) >= longest)
                return result;
            Pause.Wait(Milliseconds[Math.Min(round, Milliseconds.Length - 1)], CancellationToken.None);
        }
    }

    public static bool IsBusy(int result) => (result & 0xFF) == raw.SQLITE_BUSY;
}
