namespace Foldstream.Sqlite.OtherProcess;

/// <summary>Holds the index of the write-ahead log as a process does that is stopped at the moment at which it begins to read.</summary>
internal static class IndexLock
{
    // The bytes that stand for the marks of readers in the shared memory of SQLite (WAL_READ_LOCK); the first one, for readers that need no log, is left free.
    private const int Marks = 124;
    private const int Count = 4;

    public static async Task HoldAsync(string path)
    {
        if (OperatingSystem.IsMacOS() || OperatingSystem.IsIOS() || OperatingSystem.IsTvOS() || OperatingSystem.IsFreeBSD())
            throw new PlatformNotSupportedException("A part of a file cannot be locked here.");
        await using var index = new FileStream($"{path}-shm", FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        index.Lock(Marks, Count);
        Console.WriteLine("ready");
        await Task.Delay(Timeout.Infinite);
    }
}
