using SQLitePCL;

namespace Foldstream.Sqlite.Tests;

public sealed class LockWaitTests
{
    private int calls;

    [Fact]
    public void Call_is_repeated_until_the_lock_is_free()
    {
        var result = LockWait.Repeat(() => ++calls < 5 ? raw.SQLITE_BUSY_RECOVERY : raw.SQLITE_ROW, TimeSpan.FromMinutes(1));

        Assert.Equal(raw.SQLITE_ROW, result);
        Assert.Equal(5, calls);
    }

    [Fact]
    public void Call_is_not_repeated_when_the_longest_wait_is_over()
    {
        var result = LockWait.Repeat(Busy, TimeSpan.Zero);

        Assert.Equal(raw.SQLITE_BUSY, result);
        Assert.Equal(1, calls);
    }

    [Fact]
    public void Wait_ends_when_it_is_over()
    {
        var result = LockWait.Repeat(Busy, TimeSpan.FromMilliseconds(20));

        Assert.Equal(raw.SQLITE_BUSY, result);
        Assert.InRange(calls, 2, 20);
    }

    [Fact]
    public void Other_faults_are_not_waited_for()
    {
        var result = LockWait.Repeat(
            () =>
            {
                calls++;
                return raw.SQLITE_FULL;
            },
            TimeSpan.FromMinutes(1));

        Assert.Equal(raw.SQLITE_FULL, result);
        Assert.Equal(1, calls);
    }

    private int Busy()
    {
        calls++;
        return raw.SQLITE_BUSY;
    }
}
