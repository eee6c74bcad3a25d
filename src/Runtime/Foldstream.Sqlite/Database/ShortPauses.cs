using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using SQLitePCL;

namespace Foldstream.Sqlite;

/// <summary>SQLite's way to files, but with pauses that are as short as SQLite asks for.</summary>
/// <remarks>
/// A connection that begins to read while others begin, commit or move the write-ahead log may find the log's index locked for a moment. SQLite then tries anew, at first at
/// once and then after pauses of microseconds; builds of it that know no sleep below a second, as the bundled one, pause for a whole second each time. SQLite reaches
/// files through a table of functions (sqlite3_vfs): this registers a copy of it, by a name of its own, in which the pause is ours.
/// </remarks>
internal static unsafe class ShortPauses
{
    // The table: three numbers, then words for the next table, the name, data, nine functions, the pause, and six functions more.
    private static readonly int NameAt = (IntPtr.Size == sizeof(long) ? 2 : 3) + 1;
    private static readonly int PauseAt = NameAt + 11;
    private static readonly int Words = PauseAt + 7;
    private static readonly int FirstVersionOfAllWords = 3;

    // Never set: to wait for it is to pause a thread inside of SQLite, where there is nothing to await.
    private static readonly ManualResetEventSlim Never = new(false);

    private static long taken;

    /// <summary>The name to open files by; null where SQLite cannot be reached so, or needs no help: then it pauses as it was built.</summary>
    public static string? FileSystem { get; } = OperatingSystem.IsWindows() ? null : Register("foldstream");

    /// <summary>How many pauses SQLite has asked for.</summary>
    public static long Taken => Interlocked.Read(ref taken);

    private static string? Register(string name)
    {
        // By our own assembly: a mention of SQLite's would keep half of a type, natively compiled, that Microsoft.Data.Sqlite then takes for a whole one.
        if (!NativeLibrary.TryLoad(raw.GetNativeLibraryName(), typeof(ShortPauses).Assembly, null, out var sqlite)
            || !NativeLibrary.TryGetExport(sqlite, "sqlite3_vfs_find", out var find)
            || !NativeLibrary.TryGetExport(sqlite, "sqlite3_vfs_register", out var register))
            return null;
        var own = ((delegate* unmanaged[Cdecl]<byte*, nint*>)find)(null);
        if (own is null || *(int*)own < FirstVersionOfAllWords)
            return null;
        // As long as the process lives, as connections do that use it.
        var copy = (nint*)NativeMemory.Alloc((nuint)Words, (nuint)sizeof(nint));
        new ReadOnlySpan<nint>(own, Words).CopyTo(new Span<nint>(copy, Words));
        copy[NameAt] = Marshal.StringToCoTaskMemUTF8(name);
        copy[PauseAt] = (nint)(delegate* unmanaged[Cdecl]<nint, int, int>)&Pause;
        return ((delegate* unmanaged[Cdecl]<nint*, int, int>)register)(copy, 0) == raw.SQLITE_OK ? name : null;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Pause(nint fileSystem, int microseconds)
    {
        Interlocked.Increment(ref taken);
        try
        {
            // What is shorter than the shortest wait is meant to let the thread that holds the lock go on.
            if (microseconds < 10)
                Thread.Yield();
            else
                Never.Wait((microseconds / 1000) + 1, CancellationToken.None);
        }
        catch (ThreadInterruptedException)
        {
            // Nothing may be thrown through SQLite; it asks again whether the lock is free.
        }

        return microseconds;
    }
}
