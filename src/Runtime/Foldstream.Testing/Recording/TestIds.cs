using System.Globalization;

namespace Foldstream.Testing;

/// <summary>Gives the same ids in every run, in ascending order: <c>new EventStoreOptions { NewEventId = new TestIds().Next }</c>.</summary>
public sealed class TestIds
{
    private long given;

    /// <summary>The id that is given as the first, second, … : <c>00000000-0000-7000-8000-000000000001</c> is the first.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1 or has more than 12 hexadecimal digits.</exception>
    public static Guid Nth(long number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 0xFFFF_FFFF_FFFF);
        return Guid.ParseExact(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-7000-8000-{number:x12}"), "D");
    }

    /// <summary>The next id, whatever the time.</summary>
    public Guid Next(DateTimeOffset time) => Nth(Interlocked.Increment(ref given));
}
